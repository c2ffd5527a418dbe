import { beforeAll, expect, it } from 'vitest'
import {
  allProblems,
  findProblems,
  looksPasted,
  problemsOf,
  readingText,
} from '../../../../../renderer/features/diagnosis/problems.ts'
import { createDiagnosisStore } from '../../../../../renderer/features/diagnosis/store.ts'
import { openBook } from '../../../../../renderer/features/diagnosis/words.ts'
import { language } from '../../../../../renderer/lib/text.ts'
import type { TextReading } from '../../../../../shared/model/diagnosis.ts'
import { STARTS } from '../../../../../shared/model/trees.ts'

beforeAll(() => openBook(createDiagnosisStore()))

it('every tree a diagnosis can begin with is offered with a title and a symptom, in both languages', () => {
  for (const spoken of ['en', 'de'] as const) {
    language.setState({ language: spoken })
    expect(allProblems().map(({ tree }) => tree)).toEqual(STARTS.map(({ name }) => name))
    for (const { tree, title, symptom } of allProblems()) {
      expect(title, tree).not.toBe(tree)
      expect(symptom.length, tree).toBeGreaterThan(10)
    }
  }
  language.setState({ language: 'en' })
})

it('a problem is found by its title, its symptom and what its tree asks, the title first', () => {
  expect(findProblems('invalid profile')[0]?.tree).toBe('invalid-profile')
  expect(findProblems('fewer portal').map(({ tree }) => tree)).toContain('fewer-in-portal')
  expect(findProblems('ethernet').map(({ tree }) => tree)).toContain('not-prompting')
  expect(findProblems('zeppelin')).toEqual([])
  expect(findProblems('  ')).toHaveLength(STARTS.length)
})

it.each([
  ['MCCloudConfigErrorDomain', true],
  ['33001', true],
  ['EXPIRED_CURSOR', true],
  ['the configuration for your iPad could not be downloaded', true],
  ['invalid profile', false],
  ['token', false],
])('%s is pasted: %s', (text, isPasted) => expect(looksPasted(text)).toBe(isPasted))

it('a recognised text leads to the problems that look into it', () => {
  const finding = {
    domain: 'MCCloudConfigErrorDomain',
    code: '33001',
    outcome: null,
    excerpt: '',
    meaning: { en: 'not retrieved', de: 'nicht abgerufen' },
    tree: 'not-downloaded',
    remedies: [],
    count: 1,
  }
  const reading: TextReading = { outcome: 'timed-out', findings: [finding, finding, { ...finding, tree: 'gone' }] }
  expect(problemsOf(reading).map(({ tree }) => tree)).toEqual(['not-downloaded'])
  expect(readingText(reading, 'de')).toBe('MCCloudConfigErrorDomain 33001: nicht abgerufen')
  expect(readingText({ outcome: 'unrecognised', findings: [] }, 'en')).toBeNull()
})
