import { CAUSES, COMPARED_FIELDS, REMEDIES, type ComparedField } from '../../../shared/model/reconcile.ts'
import { listHistories, listReplacements, listServers, type DeviceHistory } from '../../db/reconcile-records.ts'
import type { ReadDb } from '../../db/open.ts'
import { statusMeaning } from './agree.ts'
import type { Collection } from './collection.ts'
import type { Sets } from './compare-sides.ts'
import { explain, type Explanation, type RecordFacts, type RowFacts, type ServerWord } from './explain.ts'

/** Serial numbers whose history is read at once. */
const PORTION = 1000

/** Why each row outside of agreement is there, by serial number. */
export type Explained = {
  readonly causeOf: (no: number) => Explanation
}

type Explaining = {
  readonly collection: Collection
  readonly sets: Sets
  readonly near: ReadonlyMap<number, number>
  readonly isAgainstRecords: boolean
  /** What the portal's file has a column for. */
  readonly portalFields: readonly ComparedField[]
  readonly consoleFields: readonly ComparedField[]
}

/** Reads the history of what differs from the store, in portions, and decides row by row. */
export async function explainSets(
  db: ReadDb,
  explaining: Explaining,
  giveWay: (done: number) => Promise<void>,
): Promise<Explained> {
  const { collection, sets, near, isAgainstRecords, portalFields, consoleFields } = explaining
  const servers = readServerWords(db)
  const replaced = readReplacements(db)
  const decided = createDecisions()
  let done = 0
  for (const [verdict, nos] of [
    ['portal-only', sets.portalOnly],
    ['console-only', sets.consoleOnly],
    ['mismatched', sets.mismatched],
  ] as const) {
    for (let from = 0; from < nos.length; from += PORTION) {
      await giveWay((done += Math.min(PORTION, nos.length - from)))
      const portion = nos.subarray(from, from + PORTION)
      const serials = Array.from(portion, (no) => collection.serials.text(no))
      const histories = new Map(listHistories(db, serials).map((history) => [history.serial, history]))
      portion.forEach((no, index) => {
        const serial = serials[index]!
        const text = (side: 'portal' | 'console', field: ComparedField) =>
          collection.texts.text(collection.textNoOf(side, field, no))
        const record = toRecord(serial, histories.get(serial), { servers, replaced })
        const other = near.get(no)
        const facts: RowFacts = {
          verdict,
          isAgainstRecords,
          // A released device is told apart by a column of its own, which every file may have.
          portalStatus: verdict === 'console-only' ? undefined : statusMeaning(text('portal', 'status')),
          portalServer:
            portalFields.includes('server') && verdict !== 'console-only'
              ? servers.wordOf(text('portal', 'server'))
              : undefined,
          consoleServer:
            consoleFields.includes('server') && !isAgainstRecords && verdict !== 'portal-only'
              ? servers.wordOf(text('console', 'server'))
              : undefined,
          differs: verdict === 'mismatched' ? fieldsOf(sets.masks[from + index]!) : [],
          near: other === undefined || isReal(other, record) ? null : collection.serials.text(other),
          record,
          apple: undefined,
        }
        decided.set(no, explain(facts))
      })
    }
  }
  return { causeOf: decided.get }

  /** Two serial numbers that Apple has both told of are two devices, however near to each other. */
  function isReal(other: number, record: RecordFacts | undefined): boolean {
    if (!record) return false
    return listHistories(db, [collection.serials.text(other)]).length > 0
  }
}

export function fieldsOf(mask: number): readonly ComparedField[] {
  return COMPARED_FIELDS.filter((_, field) => mask & (1 << field))
}

type Lookups = { readonly servers: ServerWords; readonly replaced: Replacements }

function toRecord(
  serial: string,
  history: DeviceHistory | undefined,
  { servers, replaced }: Lookups,
): RecordFacts | undefined {
  const replacedBy = replaced.by.get(serial) ?? null
  const replaces = replaced.of.get(serial) ?? null
  if (!history && replacedBy === null && replaces === null) return undefined
  const tokenNo = history?.tokenNo ?? null
  return {
    isPresent: history?.atApple === 'present',
    isGone: history?.atApple === 'gone',
    goneReason: history?.goneReason ?? null,
    isTokenRemoved: tokenNo !== null && !servers.nos.has(tokenNo),
    replacedBy,
    replaces,
  }
}

type Replacements = { readonly by: ReadonlyMap<string, string>; readonly of: ReadonlyMap<string, string> }

function readReplacements(db: ReadDb): Replacements {
  const pairs = listReplacements(db)
  return {
    by: new Map(pairs.map(({ serial, original }) => [original, serial])),
    of: new Map(pairs.map(({ serial, original }) => [serial, original])),
  }
}

export type ServerWords = {
  readonly nos: ReadonlySet<number>
  readonly wordOf: (text: string) => ServerWord
  /** The name of the server where the text is the name of its token. */
  readonly serverName: (text: string) => string
}

const NO_SERVER = new Set(['', '-', '–', 'none', 'unassigned', 'not assigned', 'n/a', 'null'])

export function readServerWords(db: ReadDb): ServerWords {
  const servers = listServers(db)
  const plain = (text: string) => text.trim().toLowerCase()
  const byName = new Map(servers.map(({ name, server }) => [plain(name), server ?? name]))
  const ours = new Set(
    servers.flatMap(({ name, server }) => [plain(name), ...(server === null ? [] : [plain(server)])]),
  )
  return {
    nos: new Set(servers.map(({ no }) => no)),
    wordOf(text) {
      if (NO_SERVER.has(plain(text))) return 'none'
      if (ours.size === 0) return 'unsure'
      return ours.has(plain(text)) ? 'ours' : 'other'
    },
    serverName(text) {
      if (NO_SERVER.has(plain(text))) return ''
      return ours.has(plain(text)) ? (byName.get(plain(text)) ?? text) : text
    },
  }
}

/** A cause and a remedy are two bytes; only few rows name another device. */
function createDecisions() {
  let codes = new Uint16Array(1024)
  const others = new Map<number, string>()
  return {
    set(no: number, { cause, remedy, other }: Explanation): void {
      if (no >= codes.length) {
        const larger = new Uint16Array(Math.max(no + 1, codes.length * 2))
        larger.set(codes)
        codes = larger
      }
      codes[no] = CAUSES.indexOf(cause) * 256 + REMEDIES.indexOf(remedy)
      if (other !== null) others.set(no, other)
    },
    get: (no: number): Explanation => ({
      cause: CAUSES[codes[no]! >> 8]!,
      remedy: REMEDIES[codes[no]! & 255]!,
      other: others.get(no) ?? null,
    }),
  }
}
