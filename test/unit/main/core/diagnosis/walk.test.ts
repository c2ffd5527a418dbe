import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { walk, type Known } from '../../../../../main/core/diagnosis/walk.ts'
import type { Target, Tree, TreeNode, TreeSet } from '../../../../../shared/model/tree.ts'
import { CHECK_OUTCOMES, CHECKS, type Check } from '../../../../../shared/model/tree-checks.ts'
import { TREE_SET } from '../../../../../shared/model/trees.ts'

const source = { from: 'this test', trust: 'inferred' } as const
const everything = (check: Check, target: Target) =>
  Object.fromEntries(CHECK_OUTCOMES[check].map((outcome) => [outcome, target]))

const check = (id: string, name: Check, outcomes: Record<string, Target>, rest: Target): TreeNode => ({
  id,
  check: name,
  outcomes: { ...everything(name, rest), ...outcomes },
  source,
})
const ask = (id: string, outcomes: Record<string, Target>, meanwhile?: string): TreeNode => ({
  id,
  ask: true,
  outcomes: { unsure: { leave: true }, ...outcomes },
  ...(meanwhile && { meanwhile }),
  source,
})
const tree = (name: string, nodes: readonly TreeNode[]): Tree => ({
  name,
  source,
  otherwise: { cause: `${name}-otherwise`, remedies: ['r'] },
  nodes,
})
const set = (...trees: readonly Tree[]): TreeSet => ({ trees, remedies: [] })
const cause = (name: string, more: object = {}): Target => ({ cause: name, remedies: ['r'], ...more })

const evidence = { facts: {}, unknown: null, source: 'records', at: 0 } as const
function knowing(outcomes: Partial<Record<Check, string>>, answers: Readonly<Record<string, string>> = {}): Known {
  return {
    judge: (name) => (outcomes[name] === undefined ? undefined : { outcome: outcomes[name], evidence }),
    answer: (step) => (answers[step] === undefined ? undefined : { option: answers[step], at: 1 }),
    reading: () => undefined,
  }
}
const ids = (walked: ReturnType<typeof walk>) => walked.steps.map(({ id, outcome }) => [id, outcome])

describe('a walk', () => {
  const small = set(
    tree('a', [
      { id: 'first', include: 'part', next: 'clock', source },
      check('clock', 'clock', { wrong: cause('clock-wrong', { go: 'more' }) }, { go: 'more' }),
      ask('more', { yes: cause('told', { likely: 'certain' }), no: { tree: 'b' } }, 'last'),
      check('last', 'group-id', { missing: cause('no-group-id') }, { leave: true }),
    ]),
    tree('b', [check('status', 'profile-status', { empty: cause('no-profile') }, { leave: true })]),
    tree('part', [check('expiry', 'token-expiry', { expired: cause('expired') }, { leave: true })]),
  )
  const fine = { 'token-expiry': 'valid', clock: 'right', 'group-id': 'present', 'profile-status': 'assigned' } as const

  it('waits for facts, and says in which trees', () => {
    const walked = walk(small, 'a', knowing({}))
    expect(walked).toMatchObject({ waits: 'facts', within: ['a', 'part'], causes: [] })
    expect(ids(walked)).toEqual([['part/expiry', null]])
  })

  it('ends at a cause of an included tree', () => {
    const walked = walk(small, 'a', knowing({ ...fine, 'token-expiry': 'expired' }))
    expect(walked.causes).toMatchObject([{ cause: 'expired', likely: 'probable', step: 'part/expiry' }])
  })

  it('comes back from an included tree that found nothing', () => {
    expect(ids(walk(small, 'a', knowing({ 'token-expiry': 'valid' })))).toEqual([
      ['part/expiry', 'valid'],
      ['a/clock', null],
    ])
  })

  it('notes a cause and goes on where the tree says so, and ranks what it found', () => {
    const known = knowing({ ...fine, clock: 'wrong' }, { 'a/more': 'yes' })
    expect(walk(small, 'a', known).causes.map((found) => found.cause)).toEqual(['told', 'clock-wrong'])
    const other = knowing({ ...fine, clock: 'wrong', 'group-id': 'missing' })
    expect(walk(small, 'a', other).causes.map((found) => found.cause)).toEqual(['no-group-id', 'clock-wrong'])
  })

  it('goes on without an answer where it may, and keeps the question open', () => {
    const walked = walk(small, 'a', knowing({ ...fine, 'group-id': 'missing' }))
    expect(walked.openQuestions).toEqual(['a/more'])
    expect(walked.causes.map((found) => found.cause)).toEqual(['no-group-id'])
  })

  it('has no verdict of last resort while a question is open, and has one when it is answered', () => {
    expect(walk(small, 'a', knowing(fine)).causes).toEqual([])
    expect(walk(small, 'a', knowing(fine, { 'a/more': 'no' })).causes).toMatchObject([
      { cause: 'a-otherwise', likely: 'possible', step: null },
    ])
  })

  it('takes an answer that is no option any more for none', () => {
    expect(walk(small, 'a', knowing(fine, { 'a/more': 'gone' })).openQuestions).toEqual(['a/more'])
  })

  it('leaves trees that send it round in a circle', () => {
    const round = set(
      tree('x', [check('n', 'clock', {}, { tree: 'y' })]),
      tree('y', [{ id: 'i', include: 'x', next: 'n', source }, check('n', 'clock', {}, { go: 'n' })]),
    )
    const walked = walk(round, 'x', knowing({ clock: 'right' }))
    expect(ids(walked)).toEqual([
      ['x/n', 'right'],
      ['y/n', 'right'],
    ])
    expect(walked.causes.map((found) => found.cause)).toEqual(['x-otherwise'])
  })
})

const target = (names: readonly string[], nodes: readonly string[]): fc.Arbitrary<Target> =>
  fc.oneof(
    fc.constantFrom(...nodes).map((go): Target => ({ go })),
    fc.constantFrom(...names).map((name): Target => ({ tree: name })),
    fc.constant<Target>({ leave: true }),
    fc.constantFrom('c1', 'c2').map((name) => cause(name)),
    fc.tuple(fc.constantFrom('c3', 'c4'), fc.constantFrom(...nodes)).map(([name, go]) => cause(name, { go })),
  )

const NAMES = ['t0', 't1', 't2']
const NODES = ['n0', 'n1', 'n2', 'n3']
const anyNode = (id: string): fc.Arbitrary<TreeNode> => {
  const to = target(NAMES, NODES)
  return fc.oneof(
    fc
      .tuple(fc.constantFrom(...CHECKS), to, to)
      .map(([name, one, rest]): TreeNode => check(id, name, { [CHECK_OUTCOMES[name][0]]: one }, rest)),
    fc
      .tuple(to, to, fc.option(fc.constantFrom(...NODES), { nil: undefined }))
      .map(([yes, no, meanwhile]): TreeNode => ask(id, { yes, no }, meanwhile)),
    fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom(...NODES)).map(([include, next]): TreeNode => ({
      id,
      include,
      next,
      source,
    })),
  )
}
const anySet: fc.Arbitrary<TreeSet> = fc
  .tuple(...NAMES.map((name) => fc.tuple(...NODES.map(anyNode)).map((nodes) => tree(name, nodes))))
  .map((trees) => set(...trees))

/** Outcomes and answers by a number: the same number gives the same world. */
function world(seed: number, options: { readonly known?: boolean } = {}): Known {
  const pick = (text: string) => [...text].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 9973, seed)
  return {
    judge: (name) => {
      const outcomes = CHECK_OUTCOMES[name]
      if (!options.known && pick(name) % 7 === 0) return undefined
      return { outcome: outcomes[pick(name) % outcomes.length]!, evidence }
    },
    answer: (step) => {
      const option = ['yes', 'no', 'unsure', undefined][pick(step) % 4]
      return option === undefined ? undefined : { option, at: 0 }
    },
    reading: () => undefined,
  }
}

describe('of any trees, however they refer to each other', () => {
  it('every walk ends, passes no node twice, and ends in a cause unless it waits', () => {
    fc.assert(
      fc.property(anySet, fc.nat(), (trees, seed) => {
        const walked = walk(trees, 't0', world(seed))
        const passed = walked.steps.map(({ id }) => id)
        expect(new Set(passed).size).toBe(passed.length)
        if (walked.waits === null && walked.openQuestions.length === 0) expect(walked.causes.length).toBeGreaterThan(0)
      }),
      { numRuns: 1000 },
    )
  })

  it('another answer changes nothing before its question', () => {
    fc.assert(
      fc.property(anySet, fc.nat(), fc.nat(), (trees, seed, which) => {
        const known = world(seed, { known: true })
        const before = walk(trees, 't0', known)
        const asked = before.steps.filter(({ node }) => 'ask' in node)
        if (asked.length === 0) return
        const changed = asked[which % asked.length]!
        const option = changed.outcome === 'yes' ? 'no' : 'yes'
        const after = walk(trees, 't0', {
          ...known,
          answer: (step) => (step === changed.id ? { option, at: 1 } : known.answer(step)),
        })
        const at = before.steps.indexOf(changed)
        expect(after.steps.slice(0, at)).toEqual(before.steps.slice(0, at))
        expect(after.steps[at]).toMatchObject({ id: changed.id, outcome: option })
      }),
      { numRuns: 1000 },
    )
  })

  it('of the trees of this product too', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TREE_SET.trees), fc.nat(), ({ name }, seed) => {
        const walked = walk(TREE_SET, name, world(seed, { known: true }))
        const passed = walked.steps.map(({ id }) => id)
        expect(new Set(passed).size).toBe(passed.length)
        expect(walked.waits).not.toBe('facts')
        if (walked.waits === null && walked.openQuestions.length === 0) expect(walked.causes.length).toBeGreaterThan(0)
      }),
      { numRuns: 2000 },
    )
  })
})
