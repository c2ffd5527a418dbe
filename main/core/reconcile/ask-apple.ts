import type { CallContext } from '../../../shared/contract/define.ts'
import { MAX_ASKED_SERIALS, type ReconcileProgress } from '../../../shared/contract/reconcile.ts'
import { toSerial, type Serial } from '../../../shared/model/ids.ts'
import type { AdeClient } from '../../clients/ade/client-type.ts'
import { listHistories } from '../../db/reconcile-records.ts'
import { listTokens, type StoredToken } from '../../db/tokens.ts'
import type { CorePorts } from '../ports.ts'
import { askAs, type TokenService } from '../tokens/index.ts'
import type { AppleAnswer } from './explain.ts'
import { ASKED_VERDICTS } from './keep-answers.ts'
import { matchingRows } from './read-rows.ts'

export type AskPorts = Pick<CorePorts, 'db' | 'network'> & {
  readonly tokens: Pick<TokenService, 'credentials' | 'recordAnswer'>
  readonly openAdeClient: (
    ...parameters: Parameters<CorePorts['openAdeClient']>
  ) => Pick<AdeClient, 'deviceDetails' | 'close'>
}

/** Serial numbers of one request; Apple's account may allow fewer. */
const PER_REQUEST = 1000

export type Asked = {
  readonly answers: Readonly<Record<Serial, AppleAnswer>>
  readonly asked: number
  /** Serial numbers that are left for the next time. */
  readonly left: number
}

/**
 * Asks Apple about the devices that nothing here explains: with the token a device is on, and what that one does not
 * show with every other token. Only what all tokens deny is `not-accessible`, so the first failure ends it.
 */
export async function askApple(
  ports: AskPorts,
  id: string,
  { signal, report }: CallContext<ReconcileProgress>,
): Promise<Asked> {
  const { serials, left } = await listUnknown(ports, id)
  const tokens = listTokens(ports.db)
  const answers: Record<Serial, AppleAnswer> = {}
  if (tokens.length === 0 || serials.length === 0) return { answers, asked: 0, left: left + serials.length }
  let open: readonly Serial[] = serials
  const total = serials.length
  for (const token of inOrder(ports, tokens, serials)) {
    const found = await askOne(
      ports,
      { token, serials: open },
      { signal, report: (done) => report({ phase: 'asking', done, total }) },
    )
    for (const serial of found) answers[serial] = 'ours'
    open = open.filter((serial) => !found.has(serial))
    if (open.length === 0) break
  }
  for (const serial of open) answers[serial] = 'not-accessible'
  return { answers, asked: serials.length, left }
}

async function listUnknown({ db }: AskPorts, id: string): Promise<{ serials: readonly Serial[]; left: number }> {
  const serials: Serial[] = []
  let left = 0
  for await (const rows of matchingRows(db, { id, verdicts: ASKED_VERDICTS, cause: 'unknown-ask-apple' })) {
    for (const { serial } of rows) {
      if (serial === null) continue
      if (serials.length < MAX_ASKED_SERIALS) serials.push(toSerial(serial))
      else left++
    }
  }
  return { serials, left }
}

/** The token that most of them are on comes first: one round may be enough. */
function inOrder({ db }: AskPorts, tokens: readonly StoredToken[], serials: readonly Serial[]): readonly StoredToken[] {
  const counts = new Map<number, number>()
  for (let from = 0; from < serials.length; from += PER_REQUEST) {
    for (const { tokenNo } of listHistories(db, serials.slice(from, from + PER_REQUEST))) {
      if (tokenNo !== null) counts.set(tokenNo, (counts.get(tokenNo) ?? 0) + 1)
    }
  }
  return [...tokens].sort((a, b) => (counts.get(b.no) ?? 0) - (counts.get(a.no) ?? 0))
}

type Question = { readonly token: StoredToken; readonly serials: readonly Serial[] }
type AskContext = { readonly signal: AbortSignal; readonly report: (done: number) => void }

/** The serial numbers that this token's server has. */
function askOne(
  ports: AskPorts,
  { token, serials }: Question,
  { signal, report }: AskContext,
): Promise<ReadonlySet<Serial>> {
  const size = requestSize(token)
  return askAs(ports, token.id, async (client) => {
    const found = new Set<Serial>()
    for (let from = 0; from < serials.length; from += size) {
      signal.throwIfAborted()
      const details = await client.deviceDetails(serials.slice(from, from + size), { signal })
      for (const [serial, answer] of Object.entries(details)) {
        if (answer.response_status === 'SUCCESS') found.add(toSerial(serial))
      }
      report(Math.min(from + size, serials.length))
    }
    return found
  })
}

const DETAILS = '/devices'

function requestSize({ account }: StoredToken): number {
  const limit = account?.limits.find(({ uri }) => uri.replace(/\/+$/, '') === DETAILS)
  return Math.min(PER_REQUEST, limit?.maximum ?? PER_REQUEST)
}
