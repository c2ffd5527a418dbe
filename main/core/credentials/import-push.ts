import type { CoreHandlers } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import type { CredentialId, SecretId } from '../../../shared/model/ids.ts'
import { insertCredential, listCredentials, renewCredential, requireFreeName } from '../../db/credentials.ts'
import { listPushRequests, takePushRequest } from '../../db/push-requests.ts'
import type { PushFile } from '../../clients/credential-files/index.ts'
import { moveTo } from './credential-state.ts'
import { freeName } from './names.ts'
import { planPush, type StoredPush } from './plan-push.ts'
import type { CredentialPorts } from './ports.ts'

export type PushInput = Parameters<CoreHandlers['credentials']['importPushCertificate']>[0]
export const PUSH_KEY_KIND = 'push-key'

const DEFAULT_NAME = 'Push certificate'

/** Read, compare with what is known, then one transaction. Whatever fails before leaves the stored certificate as it was. */
export async function importPushCertificate(ports: CredentialPorts, input: PushInput) {
  const { db, clock, random, credentialFiles } = ports
  const file = await credentialFiles.readPushFile(input)
  if (file.privateKeyPem) ports.vault.requireUnlocked()
  const { pem, expiresAt, ...facts } = file.certificate
  const now = clock.now()
  const all = listCredentials(db)
  const stored = all.filter((one): one is StoredPush => one.kind === 'push-certificate')
  refuseOtherKind(all, input)
  const plan = planPush({
    stored,
    topic: facts.topic,
    expiresAt,
    notBefore: facts.notBefore,
    name: input.name,
    renews: input.renews,
    asNew: input.asNew === true,
    confirm: input.confirm,
    now,
  })
  const before = plan.kind === 'renew' ? plan.credential : undefined
  const { state, since } = before
    ? moveTo('ok', { ...before, since: before.stateSince }, { now, expiresAt })
    : ({ state: 'ok', since: now } as const)
  const data = {
    kind: 'push-certificate',
    facts,
    identity: facts.topic,
    certificate: pem,
    account: input.account === undefined ? (before?.account ?? null) : input.account,
    note: before?.note ?? null,
    expiresAt,
    state,
    stateSince: since,
    verifiedAt: null,
  } as const
  const sealing = { seal: () => keyFor(ports, file, before) }
  if (before) {
    renewCredential(db, before, data, sealing)
    const replacedTopic = before.identity === facts.topic ? null : before.identity
    return { id: before.id, renewed: true, replacedTopic, repairs: file.repairs }
  }
  if (input.name !== undefined) requireFreeName(db, input.name)
  const id = `push-certificate:${random.uuid()}` as CredentialId // branded where it is made
  const name = input.name ?? freeName(DEFAULT_NAME, all)
  insertCredential(db, { ...data, id, name, at: now, owner: null, deputy: null }, sealing)
  return { id, renewed: false, replacedTopic: null, repairs: file.repairs }
}

/**
 * Inside the transaction: the key that came along; else the one whose request waits here, which is then no longer waiting; else
 * the one of the certificate before, where the new one was made for it too.
 */
function keyFor(ports: CredentialPorts, file: PushFile, before: StoredPush | undefined): SecretId | null {
  const { db, vault, credentialFiles } = ports
  if (file.privateKeyPem) return vault.put(PUSH_KEY_KIND, file.privateKeyPem.reveal())
  const fingerprint = credentialFiles.keyFingerprintOf(file.certificate.pem)
  const request = listPushRequests(db).find(({ keyFingerprint }) => keyFingerprint === fingerprint)
  if (request) {
    takePushRequest(db, request.id)
    return request.privateKeySecretId
  }
  const isSameKey =
    before !== undefined &&
    before.certificate !== null &&
    credentialFiles.keyFingerprintOf(before.certificate) === fingerprint
  return isSameKey ? before.secretId : null
}

function refuseOtherKind(all: ReturnType<typeof listCredentials>, { renews }: PushInput): void {
  const target = all.find(({ id }) => id === renews)
  if (target && target.kind !== 'push-certificate') {
    throw new AppError('credential.unsuitable', `${target.name} is no push certificate`, { path: 'renews' })
  }
}
