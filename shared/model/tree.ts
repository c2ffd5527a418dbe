import { z } from 'zod'
import { CHECK_OUTCOMES, CHECKS, type Check } from './tree-checks.ts'
import { PASTE_KINDS, PASTE_OUTCOMES } from './tree-pastes.ts'

/**
 * Decision trees as data. A tree is one file `shared/data/trees/<tree>.json`; the remedies are `shared/data/remedies.json`;
 * both hold structure and sources, no words. The words are catalogues of the same shape in every language:
 *
 * - `shared/messages/<language>/trees.ts`     `TreeWords`, by tree: title, symptom, and per node its question and options
 * - `shared/messages/<language>/causes.ts`    `CauseWords`, by cause
 * - `shared/messages/<language>/remedies.ts`  `RemedyWords`, by remedy
 *
 * (each may be put together from files of a folder beside it). `shared/model/trees.ts` reads the files and exports `TREES`
 * and `REMEDIES`. A test holds every file against the schema here, and the words against the files.
 *
 * How a tree is walked. It begins at its first node and stops at the first cause, unless the outcome that told the cause
 * also names a node to go on with. Four kinds of nodes:
 *
 * - `check`:   answered by the program; `outcomes` names what follows for every outcome of that check (`CHECK_OUTCOMES`),
 *              `unknown` among them: offline, no permission, nothing stored, no answer in time.
 * - `ask`:     a question only a person can answer; `outcomes` are the options, at least two, and `unsure` always. While it
 *              is not answered the walk stops there, or goes on at `meanwhile` where the node names one.
 * - `paste`:   a text to paste; `outcomes` as the reader sorts it (`PASTE_OUTCOMES`); `skipped` where there is no text.
 *              `meanwhile` as above.
 * - `include`: walks another tree first and goes on at `next` where that one found no cause.
 *
 * What an outcome leads to:
 *
 * - `{ "go": "node" }`                                another node of this tree
 * - `{ "tree": "tls" }`                               another tree in place of the rest of this one
 * - `{ "cause": "token-expired", "remedies": ["renew-token"] }`   the end; `"likely": "certain" | "probable" | "possible"`
 *                                                     (default probable) ranks it among several
 * - `{ "cause": …, "remedies": […], "go": "node" }`   notes the cause and goes on
 * - `{ "leave": true }`                               nothing found here: back to the tree that included this one; where
 *                                                     there is none, the tree's `otherwise` is the verdict
 *
 * No node is walked twice in one diagnosis: a tree that was entered before is left at once, so no walk is endless.
 */
const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'small letters, digits and hyphens')

/** Source ids of our own: where the fact comes from, and how sure it is. */
const source = z.strictObject({
  /** Title of the page or article, with its publisher. */
  from: z.string().min(3),
  /** `vendor`: Apple or the console's maker says so. `community`: one third party. `inferred`: concluded from the others. */
  trust: z.enum(['vendor', 'community', 'inferred']),
})

export const LIKELIHOODS = ['certain', 'probable', 'possible'] as const

const causeTarget = z.strictObject({
  cause: id,
  remedies: z.array(id).min(1),
  likely: z.enum(LIKELIHOODS).optional(),
  go: id.optional(),
})
const target = z.union([
  z.strictObject({ go: id }),
  z.strictObject({ tree: id }),
  z.strictObject({ leave: z.literal(true) }),
  causeTarget,
])

const outcomesOf = (names: readonly string[]) => z.strictObject(Object.fromEntries(names.map((name) => [name, target])))

const checkNode = z
  .strictObject({ id, check: z.enum(CHECKS), outcomes: z.record(z.string(), target), source })
  .superRefine(({ check, outcomes }, context) => {
    refuseOthers(outcomesOf(CHECK_OUTCOMES[check]), outcomes, context)
  })
const askNode = z
  .strictObject({ id, ask: z.literal(true), outcomes: z.record(id, target), meanwhile: id.optional(), source })
  .refine(({ outcomes }) => 'unsure' in outcomes && Object.keys(outcomes).length >= 3, {
    message: 'a question has at least two options, and "unsure"',
  })
const pasteNode = z
  .strictObject({
    id,
    paste: z.enum(PASTE_KINDS),
    outcomes: z.record(z.string(), target),
    meanwhile: id.optional(),
    source,
  })
  .superRefine(({ outcomes }, context) => {
    refuseOthers(outcomesOf(PASTE_OUTCOMES).partial(), outcomes, context)
    for (const name of ['unrecognised', 'skipped'])
      if (!(name in outcomes)) context.addIssue({ code: 'custom', message: `the outcome ${name} is missing` })
  })
const includeNode = z.strictObject({ id, include: id, next: id, source })

function refuseOthers(schema: z.ZodType, outcomes: unknown, context: z.RefinementCtx): void {
  const { error } = schema.safeParse(outcomes)
  for (const { path, message } of error?.issues ?? [])
    context.addIssue({ code: 'custom', path: ['outcomes', ...path], message })
}

export const treeFile = z.strictObject({
  /** As the command line names it. */
  name: id,
  /** What it is called in our sources, for whoever compares. */
  source,
  /** The verdict where the last node was left and nothing included this tree. */
  otherwise: z.strictObject({ cause: id, remedies: z.array(id).min(1) }),
  /** True for a tree that is only included by others. */
  part: z.boolean().optional(),
  nodes: z.array(z.union([checkNode, askNode, pasteNode, includeNode])).min(1),
})

export const REMEDY_OWNERS = [
  'portal-administrator',
  'console-administrator',
  'desk-administrator',
  'server-administrator',
  'network-team',
  'directory-team',
  'device-user',
  'device-administrator',
  'seller',
  'apple',
  'vendor',
] as const
export type RemedyOwner = (typeof REMEDY_OWNERS)[number]

export const remedyFile = z.strictObject({
  remedies: z.array(
    z.strictObject({
      id,
      owner: z.enum(REMEDY_OWNERS),
      /** A check that shows whether it worked; the words say how to see it where no program can. */
      verify: z.enum(CHECKS).nullable(),
      /** A place of this window where it is done: `tokens`, `profiles`, `devices`, `sync`, `groups`, `settings`. */
      place: z
        .enum(['tokens', 'profiles', 'devices', 'sync', 'groups', 'settings', 'reconcile', 'troubleshoot'])
        .nullable(),
      source,
    }),
  ),
})

export type TreeSource = z.infer<typeof source>
export type Likelihood = (typeof LIKELIHOODS)[number]
export type CauseTarget = {
  readonly cause: string
  readonly remedies: readonly string[]
  readonly likely?: Likelihood | undefined
  readonly go?: string | undefined
}
export type Target = { readonly go: string } | { readonly tree: string } | { readonly leave: true } | CauseTarget
type Outcomes = Readonly<Record<string, Target>>

export type CheckNode = {
  readonly id: string
  readonly check: Check
  readonly outcomes: Outcomes
  readonly source: TreeSource
}
export type AskNode = {
  readonly id: string
  readonly ask: true
  readonly outcomes: Outcomes
  readonly meanwhile?: string | undefined
  readonly source: TreeSource
}
export type PasteNode = {
  readonly id: string
  readonly paste: (typeof PASTE_KINDS)[number]
  readonly outcomes: Outcomes
  readonly meanwhile?: string | undefined
  readonly source: TreeSource
}
export type IncludeNode = {
  readonly id: string
  readonly include: string
  readonly next: string
  readonly source: TreeSource
}
export type TreeNode = CheckNode | AskNode | PasteNode | IncludeNode

export type Tree = {
  readonly name: string
  readonly source: TreeSource
  readonly otherwise: { readonly cause: string; readonly remedies: readonly string[] }
  readonly part?: boolean | undefined
  readonly nodes: readonly TreeNode[]
}
export type Remedy = z.infer<typeof remedyFile>['remedies'][number]

export type TreeSet = { readonly trees: readonly Tree[]; readonly remedies: readonly Remedy[] }

/** Words of the trees. `question` of a check is what is looked at, as a question; `options` belong to asks alone. */
export type TreeWords = Readonly<
  Record<
    string,
    {
      readonly title: string
      /** What a person sees who needs this tree, in the words people use. */
      readonly symptom: string
      readonly nodes: Readonly<
        Record<
          string,
          { readonly question: string; readonly help?: string; readonly options?: Readonly<Record<string, string>> }
        >
      >
    }
  >
>
/** `title`: the cause as a sentence. `detail`: why it has this effect, one to three sentences. */
export type CauseWords = Readonly<Record<string, { readonly title: string; readonly detail: string }>>
export type RemedyWords = Readonly<
  Record<
    string,
    {
      readonly title: string
      /** Numbered when shown; each one thing to do. */
      readonly steps: readonly string[]
      /** What whoever does it will see. */
      readonly sees: string
      /** How to see that it worked. */
      readonly verify: string
    }
  >
>
