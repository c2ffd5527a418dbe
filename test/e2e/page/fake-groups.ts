import type { GroupChange, RowFault, TreeFile, TreeRow, UndoableChange } from '../../../shared/contract/groups.ts'
import type { CoreHandlers } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import { rowFaultText } from '../../../shared/group-text.ts'
import { GROUP_PAGES, type EffectiveSetting, type GroupPage, type GroupPreview } from '../../../shared/model/group.ts'
import { changeTree, requireGroup, type Changed } from './fake-group-changes.ts'
import { rulesOf, type FakeRules } from './fake-group-rules.ts'
import { fakeTree, toGroup, type FakeGroup, type GroupScene } from './fake-group-tree.ts'

/** Groups over a small pure tree of its own: what a change previews is what it does. */
export function fakeGroupHandlers(scene: GroupScene = 'usual', changed = () => {}): CoreHandlers['groups'] {
  let tree = fakeTree(scene)
  let last: { readonly tree: typeof tree; readonly undo: UndoableChange } | null = null

  return {
    tree: async () => {
      if (scene === 'broken') throw new Error('made to fail')
      if (scene === 'slow') await new Promise(() => {})
      const rules = rulesOf(tree)
      return {
        groups: rules.ordered.map(([path, group]) => toGroup(path, group)),
        effective: Object.fromEntries(rules.ordered.map(([path, group]) => [path, allPages(rules, group)])),
        conflicts: rules.conflicts(),
        undo: last?.undo ?? null,
      }
    },
    show: ({ group: path }) => {
      const group = requireGroup(tree, path)
      const rules = rulesOf(tree)
      const below = rules.ordered.filter(([known]) => `${known}/`.startsWith(`${path}/`))
      return {
        group: toGroup(path, group),
        pages: group.pages,
        effective: allPages(rules, group),
        conflicts: rules.conflicts().filter((conflict) => conflict.group === path),
        branchDeviceCount: below.reduce((sum, [, { deviceCount }]) => sum + deviceCount, 0),
      }
    },
    preview: ({ change }) => previewOf(tree, changeTree(tree, change), change),
    apply: ({ change }) => {
      const next = changeTree(tree, change)
      const { conflicts } = previewOf(tree, next, change)
      const refusal = conflicts.find(({ severity }) => severity === 'refuse')
      if (refusal) throw new AppError('group.refused', `${refusal.group}: ${refusal.code}`)
      const group = rulesOf(next.tree).path(next.group)
      const named = change.kind === 'remove' ? change.group : group
      last = { tree, undo: { kind: change.kind, group: named, at: Date.now() } }
      tree = next.tree
      changed()
      return { group, undo: last.undo }
    },
    undo: () => {
      if (!last) throw new AppError('group.nothing-to-undo', 'nothing was changed')
      const { undo } = last
      tree = last.tree
      last = null
      changed()
      return undo
    },
    readTreeFile: ({ bytes }) => readCsv(new TextDecoder().decode(bytes)),
  }
}

function allPages(rules: FakeRules, group: FakeGroup): Readonly<Record<GroupPage, EffectiveSetting>> {
  const entries = GROUP_PAGES.map((page) => [page, rules.effective(group, page)] as const)
  return Object.fromEntries(entries) as Record<GroupPage, EffectiveSetting> // all pages
}

/** What counts before and after, group by group; only conflicts that are new or belong to the change are told. */
function previewOf(tree: Changed['tree'], next: Changed, change: GroupChange): GroupPreview {
  const [before, after] = [rulesOf(tree), rulesOf(next.tree)]
  const known = new Set(before.conflicts().map((conflict) => JSON.stringify(conflict)))
  const changes = after.ordered.flatMap(([path, group]) => {
    const old = tree.get(group.id)
    if (!old) return []
    return GROUP_PAGES.flatMap((page) => {
      const [was, is] = [before.effective(old, page), after.effective(group, page)]
      if (was.value === is.value) return []
      return [{ group: path, page, before: side(was), after: side(is), deviceCount: group.deviceCount }]
    })
  })
  const counted = new Map(changes.map(({ group, deviceCount }) => [group, deviceCount]))
  const added = after.conflicts().filter((conflict) => !known.has(JSON.stringify(conflict)))
  const isOwnOverride = change.kind === 'set-page' && change.current === 'override'
  return {
    changes,
    deviceCount: [...counted.values()].reduce((sum, count) => sum + count, 0),
    conflicts: added.map((conflict) =>
      isOwnOverride && conflict.group === change.group && conflict.code === 'override-forbidden'
        ? { ...conflict, severity: 'refuse' }
        : conflict,
    ),
  }
}

const side = ({ value, from }: EffectiveSetting) => ({ value, from })

function readCsv(text: string): TreeFile {
  const rows: TreeRow[] = []
  const rejected: TreeFile['rejected'][number][] = []
  const reject = (line: number, fault: RowFault) => rejected.push({ line, fault, reason: rowFaultText(fault) })
  for (const [place, line] of text.split(/\r?\n/).entries()) {
    if (place === 0 || line.trim() === '') continue
    const [path = '', type = '', groupId = ''] = line.split(',').map((cell) => cell.trim())
    if (!path.startsWith('/')) reject(place + 1, { code: 'other-root', about: '/Global' })
    else if (path.includes('//')) reject(place + 1, { code: 'name-unusable', about: '' })
    else rows.push({ path, type: type || null, groupId: groupId || null })
  }
  return { rows, rejected }
}
