import type { CallContext } from '../../../shared/contract/define.ts'
import type { CoreHandlers } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Answers, Diagnosis, UnknownReason } from '../../../shared/model/diagnosis.ts'
import { DEFAULT_TREE } from '../../../shared/model/diagnosis.ts'
import type { Serial, TokenId } from '../../../shared/model/ids.ts'
import type { TreeSet } from '../../../shared/model/tree.ts'
import type { FactSource } from '../../../shared/model/tree-checks.ts'
import { TREE_SET } from '../../../shared/model/trees.ts'
import { deleteDiagnosis, findDiagnosis, listDiagnoses, saveDiagnosis } from '../../db/diagnoses.ts'
import type { DeviceReader } from '../devices/index.ts'
import type { CorePorts } from '../ports.ts'
import { runBatch } from './batch.ts'
import { describe, summarise, type Case } from './describe.ts'
import type { FactSet } from './facts.ts'
import { createPool, type GatherPorts } from './gather.ts'
import { readPaste } from './read-paste.ts'
import { writeReport } from './report.ts'
import { runWalk, unreadFacts } from './run-walk.ts'
import type { Known } from './walk.ts'

export type { Rehearse, RehearsedBody } from './gather.ts'
export { createPortalFacts } from './portal.ts'
export { createProbes } from './probes.ts'

export type DiagnosisPorts = GatherPorts &
  Pick<CorePorts, 'db' | 'random' | 'version'> & {
    readonly reader: Pick<DeviceReader, 'openView' | 'rows' | 'closeView'>
    /** Another set of trees, for a test. */
    readonly set?: TreeSet | undefined
  }

export type DiagnosisService = ReturnType<typeof createDiagnosisService>

/** Who may be asked in one run. */
export type Reach = { readonly offline: boolean; readonly rehearse: boolean }

/** What is kept of a diagnosis. */
type Kept = { readonly one: Case; readonly diagnosis: Diagnosis; readonly facts: FactSet; readonly rehearse: boolean }

/** Walks the decision trees with evidence from every source, and keeps what came of it. */
export function createDiagnosisService(ports: DiagnosisPorts) {
  const { db, clock, random, log, set = TREE_SET } = ports
  const listeners = new Set<(id: string) => void>()
  const changed = (id: string) => listeners.forEach((listener) => listener(id))

  function requireStart(name: string): string {
    if (!set.trees.some((tree) => tree.name === name && tree.part !== true))
      throw new AppError('diagnosis.unknown-tree', `there is no tree ${name}`)
    return name
  }

  function requireToken(id: TokenId | undefined): Case['token'] {
    if (id === undefined) return null
    const token = ports.tokens.list().find((one) => one.id === id)
    if (!token) throw new AppError('token.not-found', 'there is no such token')
    return { id, name: token.name }
  }

  function requireKept(id: string): Kept {
    const stored = findDiagnosis(db, id)
    if (!stored) throw new AppError('diagnosis.not-found', 'there is no such diagnosis')
    const kept = JSON.parse(stored.content) as Kept // only this file writes it
    // Those kept before a token could be chosen say nothing of it.
    const { token = null } = kept.one as Partial<Case>
    return { ...kept, one: { ...kept.one, token }, diagnosis: { ...kept.diagnosis, token } }
  }

  type Run = {
    readonly one: Case
    readonly facts: FactSet
    readonly rehearse: boolean
    readonly tokenFile: Uint8Array | undefined
  }

  async function run(
    { one, facts, rehearse, tokenFile }: Run,
    { signal, report }: CallContext<Diagnosis>,
  ): Promise<Diagnosis> {
    const pool = createPool(rehearse ? ports : { ...ports, rehearse: undefined }, one.token?.id)
    try {
      const subject = { serial: one.serial as Serial | null, tokenFile } // canonical since `start`
      const ran = await runWalk(
        { clock, log, set },
        pool,
        { tree: one.tree, subject, facts, ...knownOf(one) },
        { signal, report: (walk, now) => report(describe(one, { walk, facts: now, now: clock.now() })) },
      )
      const diagnosis = describe(one, { ...ran, now: clock.now() })
      const kept: Kept = { one, diagnosis, facts: ran.facts, rehearse }
      saveDiagnosis(db, { ...summarise(diagnosis), content: JSON.stringify(kept) })
      log.info('diagnosis.done', {
        tree: one.tree,
        cause: diagnosis.causes[0]?.cause ?? null,
        steps: diagnosis.steps.length,
      })
      changed(one.id)
      return diagnosis
    } finally {
      await pool.close()
    }
  }

  const handlers: CoreHandlers['diagnosis'] = {
    trees: () => set.trees.filter(({ part }) => part !== true).map(({ name }) => ({ name })),

    start: (request, context) => {
      const { serial, tree = DEFAULT_TREE, offline = false, rehearse = true, answers = {}, tokenFile } = request
      const now = clock.now()
      const one: Case = {
        id: random.uuid(),
        serial,
        tree: requireStart(tree),
        token: requireToken(request.tokenId),
        startedAt: now,
        isOffline: offline,
        answers: shorten(answers),
        answeredAt: Object.fromEntries(Object.keys(answers).map((step) => [step, now])),
      }
      return run({ one, facts: unreadFacts(offSources({ offline, rehearse })), rehearse, tokenFile }, context)
    },

    continue: ({ id, answers = {}, rerun = [], offline, rehearse, tokenFile }, context) => {
      const kept = requireKept(id)
      requireToken(kept.one.token?.id)
      const one: Case = { ...answerMore(kept.one, answers, clock.now()), isOffline: offline ?? kept.one.isOffline }
      const reach = { offline: one.isOffline, rehearse: rehearse ?? kept.rehearse }
      const again = new Set([...rerun, ...(tokenFile ? (['token-file'] as const) : [])])
      return run({ one, facts: keepFacts(kept.facts, again, reach), rehearse: reach.rehearse, tokenFile }, context)
    },

    show: ({ id }) => requireKept(id).diagnosis,

    history: (filter) => listDiagnoses(db, filter),

    remove: ({ id }) => {
      if (!deleteDiagnosis(db, id)) throw new AppError('diagnosis.not-found', 'there is no such diagnosis')
      changed(id)
      return null
    },

    batch: ({ selection, tree = DEFAULT_TREE, tokenId, offline = false, rehearse = true }, context) => {
      const reach = { offline, rehearse }
      return runBatch(
        // A comparison is looked through once per device, which is too much for thousands.
        { ...ports, set, portalFacts: undefined, ...(rehearse ? {} : { rehearse: undefined }) },
        {
          selection,
          tree: requireStart(tree),
          tokenId: requireToken(tokenId)?.id,
          facts: unreadFacts(offSources(reach)),
        },
        context,
      )
    },

    report: ({ id, format, language }) => {
      const { diagnosis } = requireKept(id)
      return writeReport(diagnosis, { format, language, version: ports.version, set })
    },

    readText: ({ text }) => readPaste(text),
  }

  return {
    handlers,
    /** Returns the function that stops listening. */
    onChanged(listener: (id: string) => void): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }

  function knownOf({ answers, answeredAt }: Case): Pick<Known, 'answer' | 'reading'> {
    return {
      answer(step) {
        const given = answers[step]
        return given && 'option' in given ? { option: given.option, at: answeredAt[step] ?? 0 } : undefined
      },
      reading(step) {
        const given = answers[step]
        if (!given || !('text' in given)) return undefined
        return { reading: readPaste(given.text, pasteKindOf(step)), at: answeredAt[step] ?? 0 }
      },
    }
  }

  function pasteKindOf(step: string) {
    const [tree, id] = step.split('/')
    const node = set.trees.find(({ name }) => name === tree)?.nodes.find((one) => one.id === id)
    return node && 'paste' in node ? node.paste : undefined
  }
}

const ONLINE: readonly FactSource[] = [
  'apple-account',
  'apple-details',
  'apple-profile',
  'probe-apple',
  'probe-enrollment',
  'rehearsal',
]

function offSources({ offline, rehearse }: Reach): Partial<Record<FactSource, UnknownReason>> {
  if (offline) return Object.fromEntries(ONLINE.map((source) => [source, 'offline']))
  return rehearse ? {} : { rehearsal: 'not-asked' }
}

/** What rests on another source is read again with it. */
const DEPENDENTS: Partial<Record<FactSource, readonly FactSource[]>> = {
  records: ['apple-account', 'apple-details', 'apple-profile', 'probe-enrollment', 'rehearsal', 'portal-csv'],
  'apple-details': ['apple-profile', 'probe-enrollment', 'rehearsal'],
  'apple-profile': ['probe-enrollment', 'rehearsal'],
}

/** What was read stays read, but for what is to be read again; what was not asked may be now. */
function keepFacts(facts: FactSet, rerun: ReadonlySet<FactSource>, reach: Reach): FactSet {
  const again = new Set([...rerun].flatMap((source) => [source, ...(DEPENDENTS[source] ?? [])]))
  const fresh = unreadFacts(offSources(reach))
  const entries = Object.entries(facts).map(([source, fact]) => {
    const isKept = !again.has(source as FactSource) && (fact.state === 'ready' || fact.state === 'failed')
    return [source, isKept ? fact : fresh[source as FactSource]]
  })
  return { ...fresh, ...Object.fromEntries(entries) } as FactSet // the same sources
}

type Given = Readonly<Record<string, Answers[string] | null>>

function answerMore(one: Case, given: Given, now: number): Case {
  const answers: Record<string, Answers[string]> = { ...one.answers }
  const answeredAt: Record<string, number> = { ...one.answeredAt }
  for (const [step, answer] of Object.entries(given)) {
    if (answer === null) {
      delete answers[step]
      delete answeredAt[step]
    } else {
      answers[step] = answer
      answeredAt[step] = now
    }
  }
  return { ...one, answers: shorten(answers), answeredAt }
}

/** A pasted log is kept as far as an error is usually found in it. */
const KEPT_TEXT = 20_000

function shorten(answers: Answers): Answers {
  return Object.fromEntries(
    Object.entries(answers).map(([step, answer]) => [
      step,
      'text' in answer ? { text: answer.text.slice(0, KEPT_TEXT) } : answer,
    ]),
  )
}
