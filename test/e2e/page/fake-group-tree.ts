import { GROUP_PAGES, type Group, type GroupPage, type PageSetting } from '../../../shared/model/group.ts'

/** Which tree the fake core holds. */
export type GroupScene = 'one' | 'usual' | 'large' | 'strange' | 'conflicts' | 'broken' | 'slow'

/** A group as the fake core keeps it: found by `id`, so that a move does not make it another one. */
export type FakeGroup = {
  readonly id: number
  readonly parentId: number | null
  readonly name: string
  readonly type: string
  readonly groupId: string | null
  readonly deviceCount: number
  readonly pages: Readonly<Record<GroupPage, PageSetting>>
}
export type FakeTree = ReadonlyMap<number, FakeGroup>

const INHERITS: PageSetting = { current: 'inherit', child: 'any', value: null }
export const FRESH_PAGES = Object.fromEntries(GROUP_PAGES.map((page) => [page, INHERITS])) as FakeGroup['pages'] // all pages

export function pathOf(tree: FakeTree, group: FakeGroup): string {
  const parent = group.parentId === null ? undefined : tree.get(group.parentId)
  return `${parent ? pathOf(tree, parent) : ''}/${group.name}`
}

export function childrenOf(tree: FakeTree, id: number | null): readonly FakeGroup[] {
  return [...tree.values()]
    .filter((group) => group.parentId === id)
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
}

/** Every group before those below it, siblings by name. */
export function inOrder(tree: FakeTree): readonly (readonly [string, FakeGroup])[] {
  const below = Map.groupBy(tree.values(), (group) => group.parentId)
  const walk = (id: number | null, path: string): (readonly [string, FakeGroup])[] =>
    (below.get(id) ?? [])
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
      .flatMap((group) => [[`${path}/${group.name}`, group] as const, ...walk(group.id, `${path}/${group.name}`)])
  return walk(null, '')
}

export function toGroup(path: string, group: FakeGroup): Group {
  const parent = path.slice(0, path.lastIndexOf('/'))
  const { name, type, groupId, deviceCount } = group
  return { path, name, type, groupId, deviceCount, parent: parent === '' ? null : parent }
}

type Line = readonly [path: string, type: string, groupId: string | null, deviceCount: number]

const USUAL: readonly Line[] = [
  ['/Global', 'Global', null, 0],
  ['/Global/Nordwest', 'Customer', 'nordwest', 12],
  ['/Global/Nordwest/Americas', 'Region', 'americas', 4_120],
  ['/Global/Nordwest/Americas/Toronto', 'Container', 'toronto', 812],
  ['/Global/Nordwest/APAC', 'Region', 'apac', 1_310],
  ['/Global/Nordwest/EMEA', 'Region', 'emea', 220],
  ['/Global/Nordwest/EMEA/Berlin', 'Container', 'berlin', 812],
  ['/Global/Nordwest/EMEA/Berlin/Laboratory', 'Container', 'berlin-lab', 34],
  ['/Global/Nordwest/EMEA/Berlin/Sales', 'Division', 'berlin-sales', 306],
  ['/Global/Nordwest/EMEA/London', 'Container', 'london', 1_904],
  ['/Global/Nordwest/EMEA/Paris', 'Container', 'paris', 577],
  ['/Global/Nordwest/Retail', 'Division', 'retail', 0],
  ['/Global/Nordwest/Retail/Shop iPads', 'Container', 'shop-ipads', 31_877],
  ['/Global/Nordwest/Retail/Signage', 'Container', 'signage', 2_040],
]

const STRANGE: readonly Line[] = [
  ['/Global', 'Global', null, 0],
  [
    '/Global/A very long name of an organization group that somebody in the head office found self-explanatory in 2014',
    'Customer',
    'a-very-long-group-id-that-nobody-types-by-hand-001',
    512,
  ],
  ['/Global/<img src=x onerror=alert(1)>', 'Container', null, 3],
  ['/Global/أجهزة المدرسة', 'Region', 'schools', 20],
  ['/Global/أجهزة المدرسة/שולחן', 'Container', 'schools-1', 7],
  ...Array.from({ length: 14 }, (_, depth): Line => [
    `/Global${Array.from({ length: depth + 1 }, (__, level) => `/Level ${level + 1}`).join('')}`,
    'Container',
    `level-${depth + 1}`,
    depth,
  ]),
]

function large(): readonly Line[] {
  const lines: Line[] = [['/Global', 'Global', null, 0]]
  for (let region = 1; region <= 10; region++) {
    lines.push([`/Global/Region ${region}`, 'Region', `region-${region}`, 0])
    for (let site = 1; site <= 25; site++) {
      const path = `/Global/Region ${region}/Site ${region}-${String(site).padStart(2, '0')}`
      lines.push([path, 'Container', `site-${region}-${site}`, 100])
      for (let room = 1; room <= 19; room++) lines.push([`${path}/Floor ${room}`, 'Container', null, 7])
    }
  }
  return lines
}

function build(lines: readonly Line[]): Map<number, FakeGroup> {
  const byPath = new Map<string, number>()
  return new Map(
    lines.map(([path, type, groupId, deviceCount], id) => {
      const parentId = byPath.get(path.slice(0, path.lastIndexOf('/'))) ?? null
      byPath.set(path, id)
      const name = path.slice(path.lastIndexOf('/') + 1)
      return [id, { id, parentId, name, type, groupId, deviceCount, pages: FRESH_PAGES }]
    }),
  )
}

type Setting = readonly [name: string, page: GroupPage, value: string | null, child?: PageSetting['child']]

const SETTINGS: readonly Setting[] = [
  ['Global', 'schedule', '1440'],
  ['Nordwest', 'token', 'Global devices'],
  ['Nordwest', 'default-profile', 'Corporate iPads', 'any'],
  ['EMEA', 'schedule', '360', 'inherit-only'],
  ['Retail', 'default-profile', 'Shop iPads, shared'],
]

const CONFLICTS: readonly Setting[] = [
  ['Global', 'schedule', '1440'],
  ['Nordwest', 'token', 'Europe'],
  ['EMEA', 'token', 'Europe', 'inherit-only'],
  ['Berlin', 'token', 'Laboratory'],
  ['Berlin', 'schedule', '60'],
  ['EMEA', 'schedule', '360', 'inherit-only'],
  ['APAC', 'token', 'Retail iPads', 'override-only'],
  ['Retail', 'default-profile', 'Shop iPads, shared'],
]

export function fakeTree(scene: GroupScene): FakeTree {
  if (scene === 'one') return build([['/Global', 'Global', null, 0]])
  const tree = build(scene === 'large' ? large() : scene === 'strange' ? STRANGE : USUAL)
  const settings = scene === 'conflicts' ? CONFLICTS : SETTINGS
  for (const [name, page, value, child = 'any'] of settings) {
    const group = [...tree.values()].find((known) => known.name === name)
    if (!group) continue
    tree.set(group.id, { ...group, pages: { ...group.pages, [page]: { current: 'override', child, value } } })
  }
  if (scene === 'conflicts') {
    const paris = [...tree.values()].find(({ name }) => name === 'Paris')!
    tree.set(paris.id, { ...paris, groupId: null })
  }
  return tree
}
