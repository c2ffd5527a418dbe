import type { StokenAnswer } from '../../clients/vpp/client-type.ts'
import type { CoreHandlers } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import type { StokenFacts } from '../../../shared/model/credential.ts'
import type { CredentialId } from '../../../shared/model/ids.ts'
import { insertCredential, listCredentials, renewCredential, requireFreeName } from '../../db/credentials.ts'
import { moveTo, stateAfter } from './credential-state.ts'
import { freeName } from './names.ts'
import { planStoken, type StoredStoken } from './plan-stoken.ts'
import type { CredentialPorts } from './ports.ts'
import { askApple, earlier, factsAfter, STOKEN_KIND } from './verify-stoken.ts'

export type StokenInput = Parameters<CoreHandlers['credentials']['importStoken']>[0]
export type Imported = {
  readonly id: CredentialId
  readonly renewed: boolean
  readonly repairs: readonly string[]
}

/**
 * Read, ask, compare with what is known, then one transaction. What Apple refuses is not stored; what it cannot be asked about
 * is, because its date is worth watching all the same.
 */
export async function importStoken(ports: CredentialPorts, input: StokenInput, signal: AbortSignal): Promise<Imported> {
  const { db, clock, vault, random, credentialFiles } = ports
  const file = credentialFiles.readStoken(input.bytes)
  vault.requireUnlocked()
  const isAsked = input.offline !== true && file.expiresAt > clock.now()
  const answer = isAsked ? await askApple(ports, file.credential, signal) : undefined
  signal.throwIfAborted()
  if (answer?.kind === 'refused') throw refusal(answer)
  const now = clock.now()
  const all = listCredentials(db)
  const stored = all.filter((one): one is StoredStoken => one.kind === 'stoken')
  const libraryId = answer?.kind === 'config' ? answer.config.libraryId : null
  const plan = planStoken({
    stored,
    libraryId,
    orgName: file.orgName,
    expiresAt: file.expiresAt,
    name: input.name,
    now,
  })
  const before = plan.kind === 'renew' ? plan.credential : undefined
  const facts = newFacts(file, answer, before?.facts)
  const expiresAt = earlier(facts)
  const next = answer ? stateAfter(answer, 'unverified', facts.confirmedService) : 'unverified'
  const { state, since } = before
    ? moveTo(next, { ...before, since: before.stateSince }, { now, expiresAt })
    : { state: next, since: now }
  const data = {
    kind: 'stoken',
    facts,
    identity: facts.libraryId,
    certificate: null,
    account: before?.account ?? null,
    note: before?.note ?? null,
    expiresAt,
    state,
    stateSince: since,
    verifiedAt: answer?.kind === 'config' ? now : (before?.verifiedAt ?? null),
  } as const
  const sealing = { seal: () => vault.put(STOKEN_KIND, file.credential.reveal()) }
  const { repairs } = file
  if (before) {
    renewCredential(db, before, data, sealing)
    return { id: before.id, renewed: true, repairs }
  }
  if (input.name !== undefined) requireFreeName(db, input.name)
  const name = input.name ?? freeName(facts.locationName ?? file.orgName, all)
  const id = `stoken:${random.uuid()}` as CredentialId // branded where it is made
  insertCredential(db, { ...data, id, name, at: now, owner: null, deputy: null }, sealing)
  return { id, renewed: false, repairs }
}

/** What another file told of its dates is not true of this one; who may use the unit was said about the unit. */
function newFacts(
  file: { readonly orgName: string; readonly expiresAt: number },
  answer: StokenAnswer | undefined,
  known: StokenFacts | undefined,
): StokenFacts {
  const start: StokenFacts = {
    orgName: file.orgName,
    locationName: known?.locationName ?? null,
    country: known?.country ?? null,
    platform: known?.platform ?? null,
    website: known?.website ?? null,
    libraryId: known?.libraryId ?? null,
    fileExpiresAt: file.expiresAt,
    serviceExpiresAt: null,
    usedBy: known?.usedBy ?? null,
    confirmedService: known?.confirmedService ?? null,
    problem: null,
  }
  return answer ? factsAfter(start, answer) : start
}

const REFUSALS: Readonly<Record<string, string>> = {
  revoked: 'it was revoked in the portal',
  invalid: 'it is not valid: replaced by a newer one, or the account that downloaded it has changed its password',
  'not-a-unit-token': 'it belongs to a person, not to an organizational unit',
  'service-removed': 'the service it was made for exists no longer',
}

function refusal({ problem, appleNumber }: Extract<StokenAnswer, { readonly kind: 'refused' }>): AppError {
  const number = appleNumber === null ? '' : ` (${appleNumber})`
  const facts = { problem, appleCode: appleNumber === null ? null : String(appleNumber) }
  if (problem === 'expired') return new AppError('credential.expired', `Apple's answer${number}`, { facts })
  return new AppError('credential.rejected', `${REFUSALS[problem]}${number}`, { facts })
}
