import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { wordsOf } from '../../../../shared/diagnosis-words.ts'
import { LANGUAGES, type Language } from '../../../../shared/messages/languages.ts'
import { checkTreeWords } from '../../../../shared/model/check-tree-words.ts'
import { checkTrees } from '../../../../shared/model/check-trees.ts'
import { ERROR_DOMAINS } from '../../../../shared/model/error-codes.ts'
import { remedyFile, treeFile, type Tree, type TreeSet } from '../../../../shared/model/tree.ts'
import { REMEDIES, STARTS, TREE_SET, TREES } from '../../../../shared/model/trees.ts'

const CODES = ERROR_DOMAINS.flatMap((domain) => [domain, ...domain.codes])
const OF_CODES = new Set(CODES.flatMap(({ remedies }) => remedies ?? []))

test.each(TREES.map((tree) => [tree.name, tree] as const))('the tree %s is as the schema says', (_, tree) => {
  expect(treeFile.parse(tree)).toEqual(tree)
})

test('the remedies are as the schema says', () => {
  expect(remedyFile.parse({ remedies: REMEDIES }).remedies).toEqual(REMEDIES)
})

test('every way ends in a cause with remedies: none is dead, none goes round, every outcome is handled', () => {
  expect(checkTrees(TREE_SET, OF_CODES)).toEqual([])
})

test.each(Object.keys(LANGUAGES) as Language[])(
  'every question, option, cause and remedy has its words in %s',
  (language) => {
    expect(checkTreeWords(TREE_SET, wordsOf(language))).toEqual([])
  },
)

test('codes of errors lead to trees and remedies that are there', () => {
  const names = new Set(STARTS.map(({ name }) => name))
  const ids = new Set(REMEDIES.map(({ id }) => id))
  expect(CODES.filter(({ tree }) => tree !== undefined && !names.has(tree))).toEqual([])
  expect([...OF_CODES].filter((id) => !ids.has(id))).toEqual([])
})

test('the trees of the command line are there, and those of further problems', () => {
  const promised = [
    'not-prompting',
    'assignment-stuck',
    'invalid-profile',
    'timed-out',
    'not-downloaded',
    'fewer-in-portal',
    'token-file',
    'terms',
    'token-expired',
    'not-listed',
    'other-server',
    'configurator',
    'activation-lock',
    'tls',
    'network',
    're-enroll-mac',
    'await-configuration',
  ]
  // Identity certificates, sign-in, web page, ownership, a profile that cannot be assigned: in no list of the command line.
  const further = ['scep', 'auth', 'web-view', 'wrong-owner', 'cannot-assign']
  expect(new Set(STARTS.map(({ name }) => name))).toEqual(new Set([...promised, ...further]))
  expect(promised.filter((name) => !STARTS.some((tree) => tree.name === name))).toEqual([])
})

test('the map of the FAQ names trees that are there', () => {
  const named = readFileSync('docs/faq-map.md', 'utf8').matchAll(/--tree ([a-z-]+)/g)
  const unknown = Array.from(named, ([, name]) => name).filter((name) => !STARTS.some((tree) => tree.name === name))
  expect(unknown).toEqual([])
})

test('the guide lists every tree a diagnosis can begin with', () => {
  const listed = readFileSync('docs/guide/error-texts.md', 'utf8').matchAll(/^\| `([a-z-]+)`/gm)
  expect(Array.from(listed, ([, name]) => name).sort()).toEqual(STARTS.map(({ name }) => name).sort())
})

describe('the checker', () => {
  const source = { from: 'a test', trust: 'inferred' } as const
  const end = { cause: 'a', remedies: ['r'] }
  const clock = (id: string, right: object, wrong: object = end) => ({
    id,
    check: 'clock',
    outcomes: { right, wrong, unknown: end },
    source,
  })
  const tree = (name: string, ...nodes: readonly object[]) =>
    ({ name, source, otherwise: end, nodes }) as unknown as Tree // trees that are wrong on purpose
  const remedy = (id: string) => ({ id, owner: 'apple', verify: null, place: null, source }) as const
  const faults = (trees: readonly Tree[], remedies: TreeSet['remedies'] = [remedy('r')]) =>
    checkTrees({ trees, remedies }).map(({ where, fault }) => `${where}: ${fault}`)

  it('takes a sound tree', () => {
    expect(faults([tree('one', clock('x', { go: 'y' }), clock('y', { leave: true }))])).toEqual([])
  })

  it('finds what leads nowhere', () => {
    expect(faults([tree('one', clock('x', { go: 'y' }, { tree: 'two' }))])).toEqual([
      'one/x: there is no node y',
      'one/x: there is no tree two',
    ])
    expect(faults([tree('one', clock('x', { cause: 'a', remedies: ['s'] }))])).toEqual(['one/x: there is no remedy s'])
    expect(faults([tree('one', { id: 'x', include: 'two', next: 'y', source })])).toHaveLength(2)
  })

  it('finds nodes and outcomes that are forgotten', () => {
    expect(faults([tree('one', clock('x', end), clock('y', end))])).toEqual(['one/y: no walk comes here'])
    const half = { id: 'x', check: 'clock', outcomes: { right: end }, source }
    expect(faults([tree('one', half)])).toEqual([
      'one/x: nothing follows the outcome wrong',
      'one/x: nothing follows the outcome unknown',
    ])
  })

  it('finds walks without an end, within a tree and across trees', () => {
    expect(faults([tree('one', clock('x', { go: 'y' }), clock('y', { go: 'x' }))])).toEqual([
      'one/x: a walk can come here twice',
      'one/y: a walk can come here twice',
    ])
    expect(faults([tree('one', clock('x', { tree: 'two' })), tree('two', clock('x', { tree: 'one' }))])).toEqual([
      'one: a walk can enter this tree twice',
      'two: a walk can enter this tree twice',
    ])
    const asked = { id: 'x', ask: true, meanwhile: 'x', outcomes: { a: end, b: end, unsure: end }, source }
    expect(faults([tree('one', asked)])).toEqual(['one/x: a walk can come here twice'])
  })

  it('finds remedies nobody needs, and names that stand twice', () => {
    expect(faults([tree('one', clock('x', end))], [remedy('r'), remedy('s')])).toEqual([
      's: nothing leads to this remedy',
    ])
    expect(faults([tree('one', clock('x', end), clock('x', end))])).toContain('one/x: the node is there twice')
  })

  it('finds words that are missing, left over or empty', () => {
    const set = { trees: [tree('one', clock('x', end))], remedies: [remedy('r')] }
    const good = {
      trees: { one: { title: 't', symptom: 's', nodes: { x: { question: 'q' } } } },
      causes: { a: { title: 't', detail: 'd' } },
      remedies: { r: { title: 't', steps: ['s'], sees: 's', verify: 'v' } },
    }
    expect(checkTreeWords(set, good)).toEqual([])
    const bad = {
      trees: { one: { title: '', symptom: 's', nodes: { y: { question: 'q' } } } },
      causes: {},
      remedies: { r: { title: 't', steps: [], sees: 's', verify: 'v' } },
    }
    expect(checkTreeWords(set, bad).map(({ where, fault }) => `${where}: ${fault}`)).toEqual([
      'causes: a has no words',
      'one: a text is empty',
      'one: x has no words',
      'one: y is not in the files',
      'r: it has no steps',
    ])
  })
})
