import type { CoreHandlers } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import { DEFAULT_TREE, type Diagnosis, type Evidence, type TextReading } from '../../../shared/model/diagnosis.ts'
import type { FactSource } from '../../../shared/model/tree-checks.ts'
import { STARTS, TREE_SET } from '../../../shared/model/trees.ts'
import { describe, type Case } from '../../../main/core/diagnosis/describe.ts'
import type { FactSet } from '../../../main/core/diagnosis/facts.ts'
import { walk, type Judgement } from '../../../main/core/diagnosis/walk.ts'
import type { Scene } from './scenes.ts'

const HOUR_MS = 3_600_000

type Told = readonly [outcome: string, source: FactSource, facts: Evidence['facts']]

/** What the checks of the usual walk come to: a Mac that was set up before its profile was assigned. */
const JUDGED: Readonly<Record<string, Told>> = {
  'token-effective': ['inherited', 'records', { group: '/Global/EMEA', token: 'Global devices', from: '/Global' }],
  'token-expiry': ['valid', 'records', { token: 'Global devices', expiresAt: '2027-03-04T10:00:00Z' }],
  'token-accepted': ['accepted', 'apple-account', {}],
  clock: ['right', 'apple-account', { seconds: 1 }],
  'account-matches': ['same', 'apple-account', { server: 'Global devices' }],
  'list-fresh': ['fresh', 'records', { lastSync: '2026-11-22T09:12:00Z' }],
  'last-sync': ['fine', 'records', { at: '2026-11-22T09:12:00Z' }],
  'device-listed': ['here', 'apple-details', { token: 'Global devices' }],
  'profile-status': ['assigned', 'apple-details', { assigned: '2026-11-20T08:30:00Z' }],
  'profile-known': ['known', 'apple-profile', { profile: 'Retail iPads' }],
  'apple-hosts': ['reached', 'probe-apple', { hosts: 12 }],
  'file-kind': ['no-file', 'token-file', {}],
  'device-kind': ['mac', 'apple-details', { family: 'Mac' }],
}

/** Walks the real trees with evidence of its own; without disk and network. */
export function fakeDiagnosisHandlers(scene: Scene, changed: (id: string) => void): CoreHandlers['diagnosis'] {
  const kept = new Map<string, Case>()
  let count = 0
  const isEmpty = scene.tokens !== 'broken' && scene.tokens.length === 0
  const begin = (serial: string | null, tree: string, at: number, answers: Case['answers'] = {}): Case => {
    const one: Case = {
      id: `d${++count}`,
      serial,
      tree,
      token: null,
      startedAt: at,
      isOffline: false,
      answers,
      answeredAt: Object.fromEntries(Object.keys(answers).map((step) => [step, at])),
    }
    kept.set(one.id, one)
    return one
  }
  if (!isEmpty) {
    begin('DMPX42Z1K3M7', 'invalid-profile', Date.now() - 50 * HOUR_MS)
    begin(null, 'token-file', Date.now() - 26 * HOUR_MS)
    begin('C02ZK0ABMD6T', DEFAULT_TREE, Date.now() - 3 * HOUR_MS, {
      'not-prompting/set-up-person': { option: 'yes' },
    })
  }
  const requireOne = (id: string): Case => {
    const one = kept.get(id)
    if (!one) throw new AppError('diagnosis.not-found', 'there is no such diagnosis')
    return one
  }

  return {
    trees: () => STARTS.map(({ name }) => ({ name })),
    start: async ({ serial, tree = DEFAULT_TREE, tokenId, offline = false }, { report, signal }) => {
      const found = scene.tokens === 'broken' ? undefined : scene.tokens.find(({ id }) => id === tokenId)
      const token = found ? { id: found.id, name: found.name } : null
      const one = { ...begin(serial, tree, Date.now()), token, isOffline: offline }
      kept.set(one.id, one)
      for (const known of [2, 4]) {
        report(diagnosisOf(one, known))
        await pause(120)
        if (signal.aborted) throw new AppError('cancelled', '')
      }
      changed(one.id)
      return diagnosisOf(one)
    },
    continue: async ({ id, answers = {}, offline }) => {
      const before = requireOne(id)
      const given = Object.entries({ ...before.answers, ...answers }).flatMap(([step, answer]) =>
        answer === null ? [] : [[step, answer] as const],
      )
      const now = Date.now()
      const one: Case = {
        ...before,
        isOffline: offline ?? before.isOffline,
        answers: Object.fromEntries(given),
        answeredAt: Object.fromEntries(given.map(([step]) => [step, before.answeredAt[step] ?? now])),
      }
      kept.set(id, one)
      await pause(120)
      changed(id)
      return diagnosisOf(one)
    },
    show: ({ id }) => diagnosisOf(requireOne(id)),
    history: ({ serial }) =>
      [...kept.values()]
        .filter((one) => serial === undefined || one.serial === serial)
        .toReversed()
        .map((one) => {
          const { causes, openQuestions } = diagnosisOf(one)
          const { id, tree, startedAt } = one
          return {
            id,
            serial: one.serial,
            tree,
            startedAt,
            updatedAt: startedAt,
            cause: causes[0]?.cause ?? null,
            openCount: openQuestions.length,
          }
        }),
    remove: ({ id }) => {
      requireOne(id)
      kept.delete(id)
      changed(id)
      return null
    },
    batch: async ({ tree = DEFAULT_TREE }, { report }) => {
      for (let done = 0; done < 40; done += 10) {
        report({ done, total: 40 })
        await pause(60)
      }
      return {
        tree,
        at: Date.now(),
        total: 40,
        requests: 3,
        groups: [
          {
            cause: 'set-up-before-assignment',
            remedies: ['erase'],
            count: 31,
            serials: Array.from({ length: 31 }, (_, index) => `C39X${String(index * 7919).padStart(8, '0')}`),
            openQuestion: null,
          },
          {
            cause: null,
            remedies: [],
            count: 9,
            serials: ['F9FXK1A2JF8J', 'F9FXK1A2JF8K'],
            openQuestion: 'not-prompting/restored',
          },
        ],
      }
    },
    report: ({ format }) => ({
      text: format === 'html' ? '<!doctype html>' : 'Diagnosis',
      suggestedName: 'report.html',
    }),
    readText: ({ text }) => (/33001|not be (retrieved|downloaded)/.test(text) ? RECOGNISED : NOTHING),
  }
}

const NOTHING: TextReading = { outcome: 'unrecognised', findings: [] }
const RECOGNISED: TextReading = {
  outcome: 'configuration-not-retrieved',
  findings: [
    {
      domain: 'MCCloudConfigErrorDomain',
      code: '33001',
      outcome: 'configuration-not-retrieved',
      excerpt: 'MCCloudConfigErrorDomain 33001',
      meaning: {
        en: 'The enrollment configuration could not be retrieved',
        de: 'Die Registrierungskonfiguration konnte nicht abgerufen werden',
      },
      tree: 'not-downloaded',
      remedies: [],
      count: 1,
    },
  ],
}

/** `known`: how many checks have their facts; the rest is still being gathered. */
function diagnosisOf(one: Case, known = Number.POSITIVE_INFINITY): Diagnosis {
  let judged = 0
  const now = Date.now()
  const walked = walk(TREE_SET, one.tree, {
    judge: (check): Judgement | undefined => {
      if (judged++ >= known) return undefined
      const told = JUDGED[check]
      if (!told) {
        const evidence = { facts: {}, unknown: 'not-told', source: 'records', at: one.startedAt } as const
        return { outcome: 'unknown', evidence }
      }
      const [outcome, source, facts] = told
      return { outcome, evidence: { facts, unknown: null, source, at: one.startedAt } }
    },
    answer: (step) => {
      const given = one.answers[step]
      return given && 'option' in given ? { option: given.option, at: one.answeredAt[step] ?? now } : undefined
    },
    reading: (step) => {
      const given = one.answers[step]
      return given && 'text' in given ? { reading: RECOGNISED, at: one.answeredAt[step] ?? now } : undefined
    },
  })
  const ready = { state: 'ready', at: one.startedAt, requests: 1 } as const
  const off = { state: 'off', why: 'not-asked' } as const
  const facts = {
    records: { ...ready, requests: 0 },
    'token-file': off,
    'portal-csv': off,
    'apple-account': ready,
    'apple-details': ready,
    'apple-profile': ready,
    'probe-apple': { ...ready, requests: 0 },
    'probe-enrollment': off,
    rehearsal: off,
  } as unknown as FactSet // only their states are told
  return describe(one, { walk: walked, facts, now: one.startedAt })
}

function pause(durationMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, durationMs))
}
