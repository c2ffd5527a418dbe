import { causeText, questionOf, treeTitle, type DiagnosisWords } from '../../../shared/diagnosis-text.ts'
import type { Diagnosis, DiagnosisStep } from '../../../shared/model/diagnosis.ts'
import type { Target, Tree, TreeNode } from '../../../shared/model/tree.ts'
import { text } from '../../lib/text.ts'

/** Another way a step could have gone. */
export type Branch = { readonly kind: 'cause' | 'tree' | 'node' | 'end'; readonly label: string }

/** One step on the way, with the branches that were not taken, the same target once. */
export type PictureRow = {
  readonly id: string
  /** As in the list of steps. */
  readonly number: number
  readonly question: string
  readonly state: DiagnosisStep['state']
  readonly isCause: boolean
  readonly branches: readonly Branch[]
}

/** What the picture draws, from top to bottom. A step of a tree that is no more has no branches. */
export function pictureOf(
  { steps }: Pick<Diagnosis, 'steps'>,
  trees: readonly Tree[],
  words: DiagnosisWords,
): readonly PictureRow[] {
  return steps.map((step, index) => {
    const node = nodeOf(trees, step)
    return {
      id: step.id,
      number: index + 1,
      question: questionOf(words, step),
      state: step.state,
      isCause: step.cause !== null,
      branches: node ? branchesOf(step, node, words) : [],
    }
  })
}

function nodeOf(trees: readonly Tree[], { tree, node }: DiagnosisStep): TreeNode | undefined {
  return trees.find(({ name }) => name === tree)?.nodes.find(({ id }) => id === node)
}

function branchesOf(step: DiagnosisStep, node: TreeNode, words: DiagnosisWords): readonly Branch[] {
  if (!('outcomes' in node)) return []
  const taken = step.outcome === null ? undefined : node.outcomes[step.outcome]
  const known = new Set(taken ? [keyOf(taken)] : [])
  const branches: Branch[] = []
  for (const target of Object.values(node.outcomes)) {
    const key = keyOf(target)
    if (known.has(key)) continue
    known.add(key)
    branches.push(branchOf(step.tree, target, words))
  }
  return branches
}

function keyOf(target: Target): string {
  if ('cause' in target) return `cause ${target.cause}`
  if ('tree' in target) return `tree ${target.tree}`
  return 'leave' in target ? 'end' : `go ${target.go}`
}

function branchOf(tree: string, target: Target, words: DiagnosisWords): Branch {
  const said = text().troubleshoot.picture
  if ('cause' in target) return { kind: 'cause', label: said.toCause(causeText(words, target.cause).title) }
  if ('tree' in target) return { kind: 'tree', label: said.toTree(treeTitle(words, target.tree)) }
  if ('leave' in target) return { kind: 'end', label: said.toEnd }
  return { kind: 'node', label: said.toNode(questionOf(words, { tree, node: target.go })) }
}

/** The picture in a sentence, for whoever does not see it. */
export function pictureText({ steps, causes, openQuestions }: Diagnosis, words: DiagnosisWords): string {
  const said = text().troubleshoot.picture
  const [first] = causes
  const end = first
    ? said.endCause(causeText(words, first.cause).title)
    : openQuestions.length > 0
      ? said.endOpen
      : said.endNone
  return said.label(steps.length, end)
}
