import { describe, expect, it } from 'vitest'
import { canMove, moveTargets } from '../../../../../renderer/features/groups/move-targets.ts'
import { nameProblem } from '../../../../../renderer/features/groups/names.ts'
import { ancestorsOf, isWithin, nameOf, parentOf, rebase } from '../../../../../renderer/features/groups/paths.ts'
import { countBelow, indexTree, nearestGroup } from '../../../../../renderer/features/groups/tree-index.ts'
import { viewTree, type GroupNode } from '../../../../../renderer/features/groups/tree-rows.ts'
import { readCounter } from '../../../../fakes/read-counter.ts'
import { group, tree } from './samples.ts'

const GROUPS = [
  group('/Global', { deviceCount: 1 }),
  group('/Global/Asia', { groupId: 'asia', deviceCount: 10 }),
  group('/Global/EMEA', { deviceCount: 100 }),
  group('/Global/EMEA/Berlin', { groupId: 'HQ-7', deviceCount: 1000 }),
  group('/Global/EMEA/Paris', { deviceCount: 10_000 }),
]
const INDEX = indexTree(tree(GROUPS))
const ALL = new Set(['/Global', '/Global/EMEA'])

const drawn = (nodes: readonly GroupNode[]): readonly string[] =>
  nodes.flatMap((node) => [node.text, ...drawn(node.children)])

describe('paths', () => {
  it('name a group, its parent and everything above', () => {
    expect(nameOf('/Global/EMEA')).toBe('EMEA')
    expect([parentOf('/Global/EMEA'), parentOf('/Global')]).toEqual(['/Global', null])
    expect(ancestorsOf('/Global/EMEA/Berlin')).toEqual(['/Global/EMEA', '/Global'])
  })

  it('tell a branch from a group whose name begins alike', () => {
    expect(isWithin('/Global/EMEA/Berlin', '/Global/EMEA')).toBe(true)
    expect(isWithin('/Global/EMEA2', '/Global/EMEA')).toBe(false)
    expect(rebase('/Global/EMEA/Berlin', '/Global/EMEA', '/Global/Europe')).toBe('/Global/Europe/Berlin')
    expect(rebase('/Global/EMEA2', '/Global/EMEA', '/Global/Europe')).toBe('/Global/EMEA2')
  })
})

describe('the index', () => {
  it('adds up the devices of every branch', () => {
    const counts = [...INDEX.byPath.values()].map((found) => found.branchDeviceCount)
    expect(counts).toEqual([11_111, 10, 11_100, 1000, 10_000])
  })

  it('marks what is set at a group and what does not fit there or below', () => {
    const conflict = {
      code: 'token-masked',
      severity: 'warn',
      group: '/Global/EMEA/Berlin',
      page: 'token',
      other: '/Global',
    } as const
    const { byPath } = indexTree(tree(GROUPS, { conflicts: [conflict] }))
    expect(byPath.get('/Global')?.marks).toEqual({
      sets: ['token', 'default-profile', 'schedule'],
      conflicts: [],
      conflictsBelow: 1,
    })
    expect(byPath.get('/Global/EMEA/Berlin')?.marks).toEqual({ sets: [], conflicts: [conflict], conflictsBelow: 0 })
  })

  it('leads from a group that is gone to what is left above it', () => {
    expect(nearestGroup(INDEX, '/Global/EMEA/Berlin/Lab')).toBe('/Global/EMEA/Berlin')
    expect(nearestGroup(INDEX, '/Elsewhere')).toBe('/Global')
    expect(nearestGroup(INDEX, null)).toBe('/Global')
    expect(countBelow(INDEX, '/Global')).toBe(4)
  })
})

describe('the rows', () => {
  it('are those whose groups above are open', () => {
    expect(drawn(viewTree(INDEX, { expanded: new Set(), search: '' }).nodes)).toEqual(['Global'])
    expect(drawn(viewTree(INDEX, { expanded: new Set(['/Global']), search: '' }).nodes)).toEqual([
      'Global',
      'Asia',
      'EMEA',
    ])
    expect(drawn(viewTree(INDEX, { expanded: ALL, search: '' }).nodes)).toHaveLength(5)
  })

  it('are hits with everything above them while a search is on, by name and by Group ID', () => {
    const found = viewTree(INDEX, { expanded: new Set(), search: ' PARIS ' })
    expect(drawn(found.nodes)).toEqual(['Global', 'EMEA', 'Paris'])
    expect(found.hits).toBe(1)
    expect(drawn(viewTree(INDEX, { expanded: new Set(), search: 'hq-' }).nodes)).toEqual(['Global', 'EMEA', 'Berlin'])
    expect(viewTree(INDEX, { expanded: ALL, search: 'nowhere' })).toMatchObject({ nodes: [], hits: 0 })
  })

  it('stay the same objects where nothing changed', () => {
    const before = viewTree(INDEX, { expanded: new Set(['/Global']), search: '' })
    const after = viewTree(INDEX, { expanded: ALL, search: '' }, before)
    const [asia, emea] = [0, 1].map((place) => [before, after].map(({ nodes }) => nodes[0]?.children[place]))
    expect(asia?.[0]).toBe(asia?.[1])
    expect(emea?.[0]).not.toBe(emea?.[1])
    expect(viewTree(INDEX, { expanded: ALL, search: '' }, after).nodes[0]).toBe(after.nodes[0])
  })

  it('of 5,000 groups take a bounded look at each: twice as many groups, twice the work', () => {
    const [half, all] = [work(49), work(99)]
    expect(all.rows).toBe(5001)
    expect(all.reads / half.reads).toBeLessThan(2.1)
    expect(all.reads / all.rows).toBeLessThan(100)
  })
})

/** Fifty regions with so many sites each: indexed, drawn open, searched; counts every member that was read. */
function work(sites: number) {
  const many = [group('/Global')]
  for (let region = 0; region < 50; region++) {
    many.push(group(`/Global/R${region}`))
    for (let site = 0; site < sites; site++) many.push(group(`/Global/R${region}/S${site}`))
  }
  const counter = readCounter()
  const { roots, byPath } = indexTree(counter.watch(tree(many)))
  const index = { roots, byPath: new Map([...byPath].map(([path, found]) => [path, counter.watch(found)])) }
  const view = viewTree(index, { expanded: new Set(byPath.keys()), search: '' })
  viewTree(index, { expanded: new Set(), search: 'S9' }, view)
  return { reads: counter.reads(), rows: drawn(view.nodes).length }
}

describe('a move', () => {
  it('is offered everywhere but to the group itself, below it, and where it is', () => {
    const offered = moveTargets(INDEX, '/Global/EMEA', '').items.map(({ id }) => id)
    expect(offered).toEqual(['/Global/Asia'])
    expect(canMove(INDEX, '/Global', '/Global/Asia')).toBe(false)
    expect(canMove(INDEX, '/Global/Asia', '/Global/EMEA/Berlin')).toBe(true)
  })

  it('says how many places it does not list', () => {
    const wide = indexTree(
      tree([group('/Global'), ...Array.from({ length: 150 }, (_, place) => group(`/Global/G${place}`))]),
    )
    const { items, further } = moveTargets(wide, '/Global/G0', 'g')
    expect([items.length, further]).toEqual([100, 49])
  })
})

it('refuses a name that a sibling has, whatever its capitals, but lets a group keep its own', () => {
  const question = { parent: '/Global', name: 'emea ', except: null }
  expect(nameProblem(INDEX, question)).toMatch(/there already/)
  expect(nameProblem(INDEX, { ...question, except: '/Global/EMEA' })).toBeNull()
  expect(nameProblem(INDEX, { ...question, name: 'a/b' })).toMatch(/slash/)
  expect(nameProblem(INDEX, { ...question, name: 'Americas' })).toBeNull()
})
