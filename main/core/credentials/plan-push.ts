import { AppError } from '../../../shared/errors.ts'
import { TOPIC_CONFIRMATION } from '../../../shared/model/credential.ts'
import type { CredentialId } from '../../../shared/model/ids.ts'
import type { StoredCredential } from '../../db/credentials.ts'
import type { Plan } from './plan-stoken.ts'

export type StoredPush = Extract<StoredCredential, { readonly kind: 'push-certificate' }>

export type PushImport = {
  readonly stored: readonly StoredPush[]
  readonly topic: string
  readonly expiresAt: number
  readonly notBefore: number
  readonly name: string | undefined
  readonly renews: CredentialId | undefined
  readonly asNew: boolean
  readonly confirm: string | undefined
  readonly now: number
}

/** Clocks differ, and a certificate is imported minutes after it was made. */
const CLOCK_TOLERANCE_MS = 60 * 60_000

/**
 * New record, renewal, or refusal. The topic decides: devices listen to it, so a certificate of another topic in place of one
 * that they know makes every one of them unreachable for good. It is therefore taken in that place only with the sentence
 * `TOPIC_CONFIRMATION`, and beside one only where the person says that it is a further one.
 */
export function planPush(facts: PushImport): Plan<StoredPush> {
  if (facts.notBefore > facts.now + CLOCK_TOLERANCE_MS) {
    throw new AppError('push-file.not-yet-valid', `it is valid from ${new Date(facts.notBefore).toISOString()}`)
  }
  const same = facts.stored.find(({ identity }) => identity === facts.topic)
  const target = findTarget(facts)
  if (target && target !== same) {
    if (same || facts.confirm !== TOPIC_CONFIRMATION) throw otherTopic(target, facts)
    return { kind: 'renew', credential: target }
  }
  if (same) {
    if (facts.expiresAt < same.expiresAt) {
      throw new AppError('credential.older', `${same.name} has a certificate that lasts longer`, {
        facts: { credential: same.name },
      })
    }
    return { kind: 'renew', credential: same }
  }
  if (facts.stored.length > 0 && !facts.asNew) throw otherTopic(newest(facts.stored), facts)
  return { kind: 'new' }
}

/** Who names a record, by id or by giving its name, means to renew it. */
function findTarget({ stored, renews, name }: PushImport): StoredPush | undefined {
  if (renews !== undefined) {
    const found = stored.find(({ id }) => id === renews)
    if (!found) throw new AppError('credential.not-found', 'there is no such push certificate', { path: 'renews' })
    return found
  }
  return stored.find((one) => one.name.toLowerCase() === name?.toLowerCase())
}

function otherTopic(stored: StoredPush, { topic }: PushImport): AppError {
  const account = stored.account === null ? '' : `, made with the Apple account ${stored.account}`
  return new AppError(
    'credential.other-topic',
    `${stored.name} has the topic ${stored.identity}${account}; this file has ${topic}`,
    {
      facts: { credential: stored.name, storedTopic: stored.identity, topic, account: stored.account },
    },
  )
}

function newest(stored: readonly StoredPush[]): StoredPush {
  return stored.reduce((best, one) => (one.expiresAt > best.expiresAt ? one : best))
}
