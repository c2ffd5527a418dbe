import { beforeAll, expect, it } from 'vitest'
import {
  lookName,
  originText,
  rereadable,
  wantsTokenFile,
} from '../../../../../renderer/features/diagnosis/step-look.ts'
import { createDiagnosisStore } from '../../../../../renderer/features/diagnosis/store.ts'
import { pictureOf, pictureText } from '../../../../../renderer/features/diagnosis/tree-picture.ts'
import { diagnosisWords, openBook } from '../../../../../renderer/features/diagnosis/words.ts'
import { TREES } from '../../../../../shared/model/trees.ts'
import { AT, diagnosis, step } from './samples.ts'

beforeAll(() => openBook(createDiagnosisStore()))

it.each([
  [step(), 'checked'],
  [step({ cause: 'no-profile' }), 'cause'],
  [step({ outcome: 'unknown' }), 'unknown'],
  [step({ kind: 'ask', check: null, outcome: 'yes' }), 'answered'],
  [step({ kind: 'ask', check: null, state: 'open', outcome: null }), 'open'],
  [step({ state: 'pending', outcome: null }), 'pending'],
])('each step has one word and shape', (shown, name) => expect(lookName(shown)).toBe(name))

it('says how old a fact is where that matters', () => {
  const minute = 60_000
  expect(originText(step(), false, AT + minute)).not.toContain('ago')
  expect(originText(step(), false, AT + 60 * minute)).toContain('1 hour ago')
  expect(originText(step(), true, AT + 5 * minute)).toContain('5 minutes ago')
  expect(originText(step({ evidence: null }), false, AT)).toBeNull()
})

it('only what a program read can be read again', () => {
  const evidence = step().evidence!
  expect(rereadable(step())).toBe('apple-details')
  expect(rereadable(step({ evidence: { ...evidence, source: 'token-file' } }))).toBeNull()
  expect(rereadable(step({ evidence: { ...evidence, unknown: 'offline' } }))).toBeNull()
  expect(rereadable(step({ kind: 'ask', evidence: { ...evidence, source: 'person' } }))).toBeNull()
})

it('a step that looks into a token file asks for it where nobody gave one', () => {
  const fromFile = { ...step().evidence!, source: 'token-file', at: null } as const
  expect(wantsTokenFile(step({ check: 'file-kind', outcome: 'no-file', evidence: fromFile }))).toBe(true)
  expect(wantsTokenFile(step({ outcome: 'unknown', evidence: { ...fromFile, unknown: 'no-file' } }))).toBe(true)
  expect(wantsTokenFile(step({ outcome: 'unknown', evidence: { ...fromFile, unknown: 'vault-locked' } }))).toBe(false)
  expect(wantsTokenFile(step({ check: 'file-kind', outcome: 'token', evidence: { ...fromFile, at: AT } }))).toBe(false)
})

it('the picture shows every other way of a step once, and not the one that was taken', () => {
  const [tree] = TREES
  const node = tree!.nodes.find(({ id }) => id === 'listed')!
  const targets = new Set(
    'outcomes' in node ? Object.values(node.outcomes).map((target) => JSON.stringify(target)) : [],
  )
  const [row] = pictureOf(diagnosis(), TREES, diagnosisWords())
  expect(row).toMatchObject({ number: 1, isCause: false })
  expect(row!.branches).toHaveLength(targets.size - 1)
  expect(new Set(row!.branches.map(({ label }) => label)).size).toBe(row!.branches.length)
  expect(pictureOf({ steps: [step({ tree: 'gone' })] }, TREES, diagnosisWords())[0]!.branches).toEqual([])
})

it('the picture is told in a sentence too', () => {
  const cause = { cause: 'no-profile', remedies: [], likely: 'certain', step: null } as const
  const words = diagnosisWords()
  expect(pictureText(diagnosis({ causes: [cause] }), words)).toContain('No profile is assigned at Apple')
  expect(pictureText(diagnosis({ openQuestions: ['a/b'] }), words)).toContain('waits for an answer')
})
