import type { IndexedGroup, TreeIndex } from './tree-index.ts'

/** A row of the tree and the rows drawn below it: none while it is closed. */
export type GroupNode = {
  readonly id: string
  readonly text: string
  readonly value: IndexedGroup
  readonly hasChildren: boolean
  readonly children: readonly GroupNode[]
}

export type TreeView = {
  readonly nodes: readonly GroupNode[]
  /** Groups drawn open: those a person opened, or everything above a hit while a search is on. */
  readonly open: ReadonlySet<string>
  /** Groups that match the search; null without one. */
  readonly hits: number | null
}

export type ViewRequest = { readonly expanded: ReadonlySet<string>; readonly search: string }

/**
 * What the tree shows now. Rows that are the same as in `before` are the same objects, so that opening one branch
 * of 5,000 groups draws that branch and nothing else.
 */
export function viewTree(index: TreeIndex, request: ViewRequest, before?: TreeView): TreeView {
  const known = new Map<string, GroupNode>()
  if (before) before.nodes.forEach((node) => remember(node, known))
  const found = request.search.trim() === '' ? null : findGroups(index, request.search)
  const open = found ? found.above : request.expanded
  const isShown = (path: string) => found === null || found.hits.has(path) || found.above.has(path)

  const grow = (path: string): GroupNode | null => {
    const value = index.byPath.get(path)
    if (!value || !isShown(path)) return null
    const shown = found ? value.children.filter(isShown) : value.children
    const children = open.has(path) ? shown.map(grow).filter((node) => node !== null) : []
    const hasChildren = shown.length > 0
    const old = known.get(path)
    const isSame = old?.value === value && old.hasChildren === hasChildren && isSameList(old.children, children)
    return isSame ? old : { id: path, text: value.name, value, hasChildren, children }
  }
  const nodes = index.roots.map(grow).filter((node) => node !== null)
  return { nodes, open, hits: found?.hits.size ?? null }
}

function remember(node: GroupNode, known: Map<string, GroupNode>): void {
  known.set(node.id, node)
  node.children.forEach((child) => remember(child, known))
}

function isSameList(a: readonly GroupNode[], b: readonly GroupNode[]): boolean {
  return a.length === b.length && a.every((node, place) => node === b[place])
}

/** Groups whose name or Group ID contains the text, and all groups above them. */
function findGroups({ byPath }: TreeIndex, search: string) {
  const text = search.trim().toLocaleLowerCase()
  const hits = new Set<string>()
  const above = new Set<string>()
  for (const group of byPath.values()) {
    if (!matches(group, text)) continue
    hits.add(group.path)
    for (let next = group.parent; next !== null && !above.has(next); next = byPath.get(next)?.parent ?? null) {
      above.add(next)
    }
  }
  return { hits, above }
}

function matches({ name, groupId }: IndexedGroup, text: string): boolean {
  return name.toLocaleLowerCase().includes(text) || (groupId?.toLocaleLowerCase().includes(text) ?? false)
}
