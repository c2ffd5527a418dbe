import { expect, test } from 'vitest'
import { readPaste } from '../../../../../main/core/diagnosis/read-paste.ts'

test('a text is told with its meaning in every language and where it leads', () => {
  expect(readPaste('Error Domain=NSURLErrorDomain Code=-1001 "The request timed out."')).toEqual({
    outcome: 'timed-out',
    findings: [
      {
        domain: 'NSURLErrorDomain',
        code: '-1001',
        outcome: 'timed-out',
        excerpt: 'Error Domain=NSURLErrorDomain Code=-1001 "The request timed out."',
        meaning: { en: 'The server did not answer in time', de: 'Der Server hat nicht rechtzeitig geantwortet' },
        tree: 'timed-out',
        remedies: [],
        count: 2,
      },
    ],
  })
})

test('an unknown code has the meaning of its domain, an unknown domain none', () => {
  const { findings } = readPaste('MCMDMErrorDomain:12999 WhateverErrorDomain:5')
  expect(findings.map(({ code, meaning }) => [code, meaning?.en ?? null])).toEqual([
    ['12999', 'The device could not enroll with the management server'],
    ['5', null],
  ])
})

test('the kind of text decides between what a status and an error say', () => {
  const status = 'Enrolled via DEP: No\nMDM enrollment: No'
  expect(readPaste(status, 'mac-status').outcome).toBe('not-enrolled')
  expect(readPaste('', 'mac-status')).toEqual({ outcome: 'skipped', findings: [] })
})
