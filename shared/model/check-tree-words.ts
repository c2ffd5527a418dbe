import { causesOf, type TreeFault } from './check-trees.ts'
import type { CauseWords, RemedyWords, TreeNode, TreeSet, TreeWords } from './tree.ts'

export type DiagnosisWords = {
  readonly trees: TreeWords
  readonly causes: CauseWords
  readonly remedies: RemedyWords
}

/** Holds a catalogue against the trees: every question, option, cause and remedy has its words, and no other has. */
export function checkTreeWords({ trees, remedies }: TreeSet, words: DiagnosisWords): readonly TreeFault[] {
  const causes = new Set(trees.flatMap(causesOf))
  return [
    ...sameKeys('trees', new Set(trees.map(({ name }) => name)), words.trees),
    ...sameKeys('causes', causes, words.causes),
    ...sameKeys('remedies', new Set(remedies.map(({ id }) => id)), words.remedies),
    ...trees.flatMap(({ name, nodes }) => checkNodes(name, nodes, words.trees[name])),
    ...Object.entries(words.causes).flatMap(([id, { title, detail }]) => filled(id, [title, detail])),
    ...Object.entries(words.remedies).flatMap(([id, { title, steps, sees, verify }]) => [
      ...filled(id, [title, sees, verify, ...steps]),
      ...(steps.length === 0 ? [{ where: id, fault: 'it has no steps' }] : []),
    ]),
  ]
}

function checkNodes(
  name: string,
  nodes: readonly TreeNode[],
  words: TreeWords[string] | undefined,
): readonly TreeFault[] {
  if (!words) return []
  const asked = nodes.filter((node) => !('include' in node))
  return [
    ...filled(name, [words.title, words.symptom]),
    ...sameKeys(name, new Set(asked.map(({ id }) => id)), words.nodes),
    ...asked.flatMap((node) => checkNode(`${name}/${node.id}`, node, words.nodes[node.id])),
  ]
}

function checkNode(
  where: string,
  node: TreeNode,
  words: TreeWords[string]['nodes'][string] | undefined,
): readonly TreeFault[] {
  if (!words) return []
  const options = 'ask' in node ? Object.keys(node.outcomes) : []
  return [
    ...filled(where, [words.question, words.help ?? '-', ...Object.values(words.options ?? {})]),
    ...sameKeys(where, new Set(options), words.options ?? {}),
  ]
}

function sameKeys(where: string, expected: ReadonlySet<string>, words: object): readonly TreeFault[] {
  const told = new Set(Object.keys(words))
  return [
    ...[...expected].filter((key) => !told.has(key)).map((key) => ({ where, fault: `${key} has no words` })),
    ...[...told].filter((key) => !expected.has(key)).map((key) => ({ where, fault: `${key} is not in the files` })),
  ]
}

function filled(where: string, texts: readonly string[]): readonly TreeFault[] {
  return texts.some((text) => text.trim() === '') ? [{ where, fault: 'a text is empty' }] : []
}
