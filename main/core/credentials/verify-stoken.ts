import type { StokenAnswer } from '../../clients/vpp/client-type.ts'
import { AppError } from '../../../shared/errors.ts'
import type { StokenFacts } from '../../../shared/model/credential.ts'
import type { CredentialId, SecretId } from '../../../shared/model/ids.ts'
import { Secret } from '../../../shared/secret.ts'
import { listCredentials, updateCredential, type CredentialData } from '../../db/credentials.ts'
import { moveTo, stateAfter } from './credential-state.ts'
import type { StoredStoken } from './plan-stoken.ts'
import type { CredentialPorts } from './ports.ts'

export const STOKEN_KIND = 'stoken'

export function openStoken(vault: CredentialPorts['vault'], id: SecretId): Secret {
  return new Secret(Buffer.from(vault.open(id, STOKEN_KIND).reveal()).toString())
}

/** Apple's answer about a content token. Rejects only when `signal` aborts. */
export async function askApple(
  { openVppClient }: Pick<CredentialPorts, 'openVppClient'>,
  stoken: Secret,
  signal: AbortSignal | undefined,
): Promise<StokenAnswer> {
  const client = openVppClient(stoken)
  try {
    return await client.ask({ signal })
  } finally {
    await client.close()
  }
}

/**
 * Asks about a stored token and moves its state; the answer to one that was renewed or removed meanwhile is ignored. Fails with
 * `credential.other-library` where Apple names another library than before, and then stores nothing.
 */
export async function verifyStoken(
  ports: CredentialPorts,
  stored: StoredStoken,
  signal: AbortSignal | undefined,
): Promise<{ readonly id: CredentialId; readonly isChanged: boolean }> {
  const { db, clock, vault, log } = ports
  if (stored.secretId === null) throw new AppError('vault.damaged', 'the record has no sealed token')
  const answer = await askApple(ports, openStoken(vault, stored.secretId), signal)
  const libraryId = answer.kind === 'config' ? answer.config.libraryId : null
  if (libraryId !== null && stored.identity !== null && libraryId !== stored.identity) {
    throw new AppError('credential.other-library', `Apple names another library for ${stored.name}`, {
      facts: { credential: stored.name, libraryId },
    })
  }
  const twin = listCredentials(db).find(
    ({ id, kind, identity }) => kind === 'stoken' && identity === libraryId && libraryId !== null && id !== stored.id,
  )
  if (twin) {
    throw new AppError('credential.other-library', `${stored.name} belongs to the same library as ${twin.name}`, {
      facts: { credential: stored.name, twin: twin.name, libraryId },
    })
  }
  const isChanged = updateCredential(db, { id: stored.id, version: stored.version }, (now) =>
    now.kind === 'stoken' ? afterAnswer(now, answer, clock.now()) : now,
  )
  log.info('stoken.asked', { credentialId: stored.id, answer: answer.kind, appleNumber: numberOf(answer) })
  return { id: stored.id, isChanged }
}

/** The record after an answer. Silence leaves everything but the state as it was. */
export function afterAnswer(stored: StoredStoken, answer: StokenAnswer, now: number): CredentialData & StoredStoken {
  const facts = factsAfter(stored.facts, answer)
  const expiresAt = earlier(facts)
  const next = stateAfter(answer, stored.state, stored.facts.confirmedService)
  const { state, since } = moveTo(next, { ...stored, since: stored.stateSince }, { now, expiresAt })
  return {
    ...stored,
    facts,
    expiresAt,
    identity: facts.libraryId,
    state,
    stateSince: since,
    verifiedAt: answer.kind === 'silent' ? stored.verifiedAt : now,
  }
}

/** Apple may leave out what it told before: its own date stands in the last days only. */
export function factsAfter(facts: StokenFacts, answer: StokenAnswer): StokenFacts {
  if (answer.kind === 'silent') return facts
  if (answer.kind === 'refused') return { ...facts, problem: answer.problem }
  const { config } = answer
  return {
    ...facts,
    locationName: config.locationName ?? facts.locationName,
    country: config.country ?? facts.country,
    platform: config.platform ?? facts.platform,
    website: config.website ?? facts.website,
    libraryId: config.libraryId ?? facts.libraryId,
    serviceExpiresAt: config.expiresAt ?? facts.serviceExpiresAt,
    usedBy: config.usedBy,
    problem: null,
  }
}

export function earlier({ fileExpiresAt, serviceExpiresAt }: StokenFacts): number {
  return Math.min(fileExpiresAt, serviceExpiresAt ?? Infinity)
}

function numberOf(answer: StokenAnswer): number | null {
  return answer.kind === 'config' ? null : answer.appleNumber
}
