import type { CauseTarget, Remedy, Tree, TreeNode, TreeSet, Target } from './tree.ts'
import { CHECK_OUTCOMES } from './tree-checks.ts'

/** A fault in the trees: where, and what. Empty lists prove that every walk ends in a cause with remedies. */
export type TreeFault = { readonly where: string; readonly fault: string }

/**
 * Checks what the schema of one file cannot see: that every name leads somewhere, that every node can be reached, that no
 * walk goes round within a tree or across trees, that every outcome of every check is handled, that every remedy is used.
 * `alsoUsed`: remedies that something else than a tree leads to.
 */
export function checkTrees(
  { trees, remedies }: TreeSet,
  alsoUsed: ReadonlySet<string> = new Set(),
): readonly TreeFault[] {
  const names = new Set(trees.map(({ name }) => name))
  const known = new Set(remedies.map(({ id }) => id))
  return [
    ...repeated(trees.map(({ name }) => name)).map((name) => ({ where: name, fault: 'the name is taken' })),
    ...repeated(remedies.map(({ id }) => id)).map((id) => ({ where: id, fault: 'the remedy is there twice' })),
    ...trees.flatMap((tree) => checkTree(tree, names, known)),
    ...roundsAcross(trees),
    ...unused(remedies, trees, alsoUsed),
  ]
}

function checkTree(tree: Tree, names: ReadonlySet<string>, remedies: ReadonlySet<string>): readonly TreeFault[] {
  const at = (node: string) => `${tree.name}/${node}`
  const ids = new Set(tree.nodes.map(({ id }) => id))
  const faults: TreeFault[] = repeated(tree.nodes.map(({ id }) => id)).map((id) => ({
    where: at(id),
    fault: 'the node is there twice',
  }))
  for (const node of tree.nodes) {
    const wrong = (fault: string) => faults.push({ where: at(node.id), fault })
    for (const next of nextNodes(node)) if (!ids.has(next)) wrong(`there is no node ${next}`)
    for (const name of nextTrees(node)) if (!names.has(name)) wrong(`there is no tree ${name}`)
    for (const id of remediesOf(node)) if (!remedies.has(id)) wrong(`there is no remedy ${id}`)
    for (const outcome of unhandled(node)) wrong(`nothing follows the outcome ${outcome}`)
  }
  for (const id of tree.otherwise.remedies)
    if (!remedies.has(id)) faults.push({ where: tree.name, fault: `there is no remedy ${id}` })
  if (faults.length > 0) return faults
  return [
    ...unreachable(tree).map((id) => ({ where: at(id), fault: 'no walk comes here' })),
    ...roundsOf(tree).map((id) => ({ where: at(id), fault: 'a walk can come here twice' })),
  ]
}

function unhandled(node: TreeNode): readonly string[] {
  if ('check' in node) return CHECK_OUTCOMES[node.check].filter((outcome) => !(outcome in node.outcomes))
  if ('ask' in node) return ['unsure'].filter((outcome) => !(outcome in node.outcomes))
  if ('paste' in node) return ['unrecognised', 'skipped'].filter((outcome) => !(outcome in node.outcomes))
  return []
}

function unreachable(tree: Tree): readonly string[] {
  const seen = new Set([tree.nodes[0]!.id])
  for (const id of seen) for (const next of nextNodes(nodeOf(tree, id))) seen.add(next)
  return tree.nodes.map(({ id }) => id).filter((id) => !seen.has(id))
}

/** Nodes on a way that leads back to themselves. */
function roundsOf(tree: Tree): readonly string[] {
  return findRounds(
    tree.nodes.map(({ id }) => id),
    (id) => nextNodes(nodeOf(tree, id)),
  )
}

/** Trees that lead to themselves, by inclusion or by handing over. */
function roundsAcross(trees: readonly Tree[]): readonly TreeFault[] {
  const byName = new Map(trees.map((tree) => [tree.name, tree]))
  const rounds = findRounds([...byName.keys()], (name) => byName.get(name)?.nodes.flatMap(nextTrees) ?? [])
  return rounds.map((name) => ({ where: name, fault: 'a walk can enter this tree twice' }))
}

function findRounds(all: readonly string[], nextOf: (id: string) => readonly string[]): readonly string[] {
  return all.filter((start) => {
    const seen = new Set(nextOf(start))
    for (const id of seen) for (const next of nextOf(id)) seen.add(next)
    return seen.has(start)
  })
}

function unused(
  remedies: readonly Remedy[],
  trees: readonly Tree[],
  alsoUsed: ReadonlySet<string>,
): readonly TreeFault[] {
  const used = new Set(trees.flatMap(({ nodes, otherwise }) => [...nodes.flatMap(remediesOf), ...otherwise.remedies]))
  return remedies
    .filter(({ id }) => !used.has(id) && !alsoUsed.has(id))
    .map(({ id }) => ({ where: id, fault: 'nothing leads to this remedy' }))
}

/** Every cause a tree may tell. */
export function causesOf({ nodes, otherwise }: Tree): readonly string[] {
  const told = nodes.flatMap(targetsOf).flatMap((target) => (isCause(target) ? [target.cause] : []))
  return [...new Set([...told, otherwise.cause])]
}

function isCause(target: Target): target is CauseTarget {
  return 'cause' in target
}

function targetsOf(node: TreeNode): readonly Target[] {
  return 'outcomes' in node ? Object.values(node.outcomes) : []
}

function remediesOf(node: TreeNode): readonly string[] {
  return targetsOf(node).flatMap((target) => (isCause(target) ? target.remedies : []))
}

function nextNodes(node: TreeNode): readonly string[] {
  if ('include' in node) return [node.next]
  const meanwhile = 'meanwhile' in node && node.meanwhile !== undefined ? [node.meanwhile] : []
  return [
    ...targetsOf(node).flatMap((target) => ('go' in target && target.go !== undefined ? [target.go] : [])),
    ...meanwhile,
  ]
}

function nextTrees(node: TreeNode): readonly string[] {
  if ('include' in node) return [node.include]
  return targetsOf(node).flatMap((target) => ('tree' in target ? [target.tree] : []))
}

function nodeOf(tree: Tree, id: string): TreeNode {
  return tree.nodes.find((node) => node.id === id)!
}

function repeated(all: readonly string[]): readonly string[] {
  return all.filter((one, index) => all.indexOf(one) !== index)
}
