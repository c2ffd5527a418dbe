import { expect, test } from 'vitest'
import data from '../../../../shared/data/error-codes.json' with { type: 'json' }
import { errorCodes as german } from '../../../../shared/messages/de/error-codes.ts'
import { errorCodes as english } from '../../../../shared/messages/en/error-codes.ts'
import {
  ERROR_DOMAINS,
  ERROR_PHRASES,
  errorCodesFile,
  findCode,
  findDomain,
} from '../../../../shared/model/error-codes.ts'

test('the file is as the schema says, every domain and code once', () => {
  expect(errorCodesFile.parse(data)).toEqual(data)
  for (const { id, codes } of ERROR_DOMAINS)
    expect([id, new Set(codes.map(({ code }) => code)).size]).toEqual([id, codes.length])
  expect(new Set(ERROR_DOMAINS.map(({ id }) => id)).size).toBe(ERROR_DOMAINS.length)
  expect(ERROR_DOMAINS.flatMap(({ codes }) => codes).length).toBeGreaterThan(180)
})

test.each([
  ['English', english],
  ['German', german],
])('every code and domain has a meaning in %s, and no other has', (_, words) => {
  const told = Object.entries(words).flatMap(([id, { title, codes }]) =>
    [title, ...Object.values(codes)].every((text) => text.length > 10) ? [[id, Object.keys(codes).sort()]] : [],
  )
  const listed = ERROR_DOMAINS.map(({ id, codes }) => [id, codes.map(({ code }) => code).sort()])
  expect(told.sort()).toEqual(listed.sort())
})

test('every wording leads to a code of the lists and stands there once', () => {
  const lost = ERROR_PHRASES.filter(({ domain, code }) => !findDomain(domain) || !findCode(findDomain(domain)!, code))
  const texts = ERROR_PHRASES.flatMap((phrase) => phrase.texts)
  expect(lost).toEqual([])
  expect(new Set(texts).size).toBe(texts.length)
})
