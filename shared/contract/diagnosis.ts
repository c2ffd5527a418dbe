import { z } from 'zod'
import type { BatchDiagnosis, Diagnosis, DiagnosisSummary, TextReading } from '../model/diagnosis.ts'
import { FACT_SOURCES } from '../model/tree-checks.ts'
import { call, push, type } from './define.ts'
import { deviceSelection, serial } from './devices.ts'
import { tokenId } from './tokens.ts'

/** A log somebody pastes is cut before; a whole sysdiagnose is not for a text field. */
export const MAX_PASTED_TEXT = 200_000
/** So many devices are diagnosed at once. */
export const MAX_BATCH_DEVICES = 2000
const MAX_TOKEN_FILE_BYTES = 2 * 1024 * 1024

const treeName = z
  .string()
  .max(60)
  .regex(/^[a-z0-9-]+$/)
const diagnosisId = z.string().min(1).max(64)
const stepId = z
  .string()
  .max(121)
  .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/)
const answer = z.union([
  z.strictObject({ option: z.string().max(60) }),
  z.strictObject({ text: z.string().max(MAX_PASTED_TEXT) }),
])
export const answers = z
  .record(stepId, answer)
  .refine((given) => Object.keys(given).length <= 500, 'at most 500 answers are expected')
const tokenFile = z.custom<Uint8Array>(
  (value) => value instanceof Uint8Array && value.length <= MAX_TOKEN_FILE_BYTES,
  'a file of at most 2 MB is expected',
)

const run = {
  tree: treeName.optional(),
  /** The token to look at, where a device is on several or the problem is about none; else the records say which. */
  tokenId: tokenId.optional(),
  /** Asks nobody over the network: what is stored, with its age. */
  offline: z.boolean().optional(),
  /** Plays the device's part at the profile's address, which the server there may record. Default: true. */
  rehearse: z.boolean().optional(),
}

/** Everything known so far, at most ten times a second. */
export type DiagnosisProgress = Diagnosis

export const diagnosis = {
  /** Names of the trees a diagnosis can begin with; their words are in the catalogues. */
  trees: call({ input: z.strictObject({}), output: type<readonly { readonly name: string }[]>() }),

  /**
   * Walks a tree for a serial number, gathers what its checks need and keeps the result. Ends at a cause or where only a
   * person can go on: answer with `continue`. A serial number nobody knows is diagnosed too.
   */
  start: call({
    input: z.strictObject({
      serial: serial.nullable(),
      ...run,
      answers: answers.optional(),
      /** For the tree about token files. */
      tokenFile: tokenFile.optional(),
    }),
    output: type<Diagnosis>(),
    progress: type<DiagnosisProgress>(),
    fails: ['diagnosis.unknown-tree', 'token.not-found', 'db.busy'],
  }),

  /**
   * Answers, changes answers (null takes one back), or reads sources again. What does not depend on it is not read again.
   * A diagnosis of the history goes on with what was known then.
   */
  continue: call({
    input: z.strictObject({
      id: diagnosisId,
      answers: z.record(stepId, answer.nullable()).optional(),
      rerun: z.array(z.enum(FACT_SOURCES)).max(FACT_SOURCES.length).optional(),
      offline: z.boolean().optional(),
      rehearse: z.boolean().optional(),
      tokenFile: tokenFile.optional(),
    }),
    output: type<Diagnosis>(),
    progress: type<DiagnosisProgress>(),
    fails: ['diagnosis.not-found', 'token.not-found', 'db.busy'],
  }),

  show: call({ input: z.strictObject({ id: diagnosisId }), output: type<Diagnosis>(), fails: ['diagnosis.not-found'] }),

  /** Newest first; of one device or of all. */
  history: call({
    input: z.strictObject({ serial: serial.optional(), limit: z.number().int().min(1).max(500) }),
    output: type<readonly DiagnosisSummary[]>(),
  }),

  remove: call({ input: z.strictObject({ id: diagnosisId }), output: type<null>(), fails: ['diagnosis.not-found'] }),

  /** One tree for many devices, without asking anybody; devices with the same cause together. Keeps nothing. */
  batch: call({
    input: z.strictObject({ selection: deviceSelection, ...run }),
    output: type<BatchDiagnosis>(),
    progress: type<{ readonly done: number; readonly total: number }>(),
    fails: ['diagnosis.unknown-tree', 'diagnosis.too-many', 'token.not-found', 'group.not-found', 'db.busy'],
  }),

  /** A document to hand on, without secrets: HTML in one file that prints well, or plain text. */
  report: call({
    input: z.strictObject({ id: diagnosisId, format: z.enum(['html', 'text']), language: z.enum(['en', 'de']) }),
    output: type<{ readonly text: string; readonly suggestedName: string }>(),
    fails: ['diagnosis.not-found'],
  }),

  /** Sorts a text somebody pasted, for the field it is pasted into. */
  readText: call({
    input: z.strictObject({ text: z.string().max(MAX_PASTED_TEXT) }),
    output: type<TextReading>(),
  }),

  /** A diagnosis was made, went on, or was removed. */
  changed: push<{ readonly id: string }>(),
} as const
