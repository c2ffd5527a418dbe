import type { CoreHandlers } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Credential, CredentialList, PushRequest } from '../../../shared/model/credential.ts'
import type { CredentialId, PushRequestId } from '../../../shared/model/ids.ts'
import { Secret } from '../../../shared/secret.ts'
import {
  deleteCredential,
  findCredential,
  insertCredential,
  listCredentials,
  listOtherContacts,
  saveCredentialContacts,
  saveOtherContacts,
  updateCredential,
  type StoredCredential,
} from '../../db/credentials.ts'
import { readCheckedAt } from '../../db/notices.ts'
import { deletePushRequest, insertPushRequest, listPushRequests } from '../../db/push-requests.ts'
import { createAnchorFinder } from './anchors.ts'
import { writeCalendar } from './calendar.ts'
import { isElsewhere, moveTo } from './credential-state.ts'
import { writeCredentialCsv } from './csv.ts'
import { startDailyChecks } from './daily-checks.ts'
import { describeAnchor, describeStored, describeToken, knownContact } from './describe.ts'
import { importPushCertificate, PUSH_KEY_KIND } from './import-push.ts'
import { importStoken } from './import-stoken.ts'
import type { StoredStoken } from './plan-stoken.ts'
import type { CredentialPorts } from './ports.ts'
import { verifyStoken } from './verify-stoken.ts'

export type { CredentialFiles, CredentialPorts } from './ports.ts'
export { contactText } from './csv.ts'
export type CredentialService = ReturnType<typeof createCredentialService>

export function createCredentialService(ports: CredentialPorts) {
  const { db, clock, log, vault, random, tokens, credentialFiles } = ports
  const listeners = new Set<() => void>()
  const findAnchors = createAnchorFinder()

  function changed(): void {
    for (const listener of listeners) listener()
  }

  /** Everything that expires, the next one first. */
  function list(): readonly Credential[] {
    const moment = { now: clock.now(), levels: ports.settings().noticeDays }
    const contacts = listOtherContacts(db)
    return [
      ...tokens.list().map((token) => describeToken(token, moment)),
      ...listCredentials(db).map((stored) => describeStored(stored, moment)),
      ...findAnchors(db).map((anchor) => {
        const line = describeAnchor(anchor, undefined, moment)
        return { ...line, ...contacts.get(line.id) }
      }),
    ].toSorted((a, b) => a.expiresAt - b.expiresAt || a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1))
  }

  function read(id: CredentialId): Credential {
    const found = list().find((one) => one.id === id)
    if (!found) throw notFound()
    return found
  }

  /** Throws `credential.not-found`, or `credential.unsuitable` for what is kept in another place. */
  function requireStored(id: CredentialId): StoredCredential {
    const stored = findCredential(db, id)
    if (stored) return stored
    read(id)
    throw new AppError('credential.unsuitable', 'it is kept in another place')
  }

  /** By id or by name, whatever the case of its letters. Throws `credential.not-found`, also where a name is not unique. */
  function find(idOrName: string): Credential {
    const all = list()
    const byId = all.find(({ id }) => id === idOrName)
    if (byId) return byId
    const named = all.filter(({ name }) => name.toLowerCase() === idOrName.trim().toLowerCase())
    if (named.length === 1) return named[0]!
    const message =
      named.length === 0 ? `there is no credential ${idOrName}` : `${named.length} have this name; use the id`
    throw new AppError('credential.not-found', message)
  }

  async function createCsr(input: { readonly name: string; readonly email?: string | null | undefined }) {
    vault.requireUnlocked()
    const { name, email = null } = input
    const { privateKeyPem, csr, keyFingerprint } = await credentialFiles.makePushRequest({ name, email })
    const request: PushRequest = {
      id: random.uuid() as PushRequestId, // branded where it is made
      name,
      email,
      createdAt: clock.now(),
      csr,
      keyFingerprint,
    }
    insertPushRequest(db, request, () => vault.put(PUSH_KEY_KIND, privateKeyPem.reveal()))
    log.info('push-request.made', { requestId: request.id })
    return request
  }

  async function verify(id: CredentialId, signal: AbortSignal): Promise<Credential> {
    const credential = read(id)
    if (credential.tokenId !== null) await verifyToken(credential, signal)
    const stored = findCredential(db, id)
    if (stored?.kind === 'stoken') await verifyStoken(ports, stored, signal)
    if (stored?.kind === 'push-certificate') checkPushKey(stored)
    if (stored) changed()
    return read(id)
  }

  /** A refusal is in the token's state; what says nothing about it is told. */
  async function verifyToken({ tokenId }: Credential, signal: AbortSignal): Promise<void> {
    try {
      await tokens.handlers.verify({ tokenId: tokenId! }, { signal, report: () => {} })
    } catch (error) {
      const isTold = error instanceof AppError && /^(?:auth|terms|access|net|ade)\./.test(error.code)
      if (!isTold) throw error
    }
  }

  function checkPushKey({ secretId, certificate }: StoredCredential): void {
    if (secretId === null || certificate === null) return
    const pem = new Secret(Buffer.from(vault.open(secretId, PUSH_KEY_KIND).reveal()).toString())
    if (credentialFiles.isKeyOf(certificate, pem)) return
    throw new AppError('vault.damaged', 'the sealed key is not the one of the certificate', {
      facts: { kind: PUSH_KEY_KIND },
    })
  }

  function confirmService(id: CredentialId): Credential {
    const stored = requireStored(id)
    const { usedBy } = stored.kind === 'stoken' ? stored.facts : { usedBy: null }
    if (!usedBy) throw new AppError('credential.unsuitable', 'no management service uses it')
    updateCredential(db, { id }, (now) => {
      if (now.kind !== 'stoken') return now
      const facts = { ...now.facts, confirmedService: now.facts.usedBy }
      const isFreed = now.state === 'used-elsewhere' && !isElsewhere(facts.usedBy, facts.confirmedService)
      if (!isFreed) return { ...now, facts }
      const { state, since } = moveTo(
        'ok',
        { ...now, since: now.stateSince },
        { now: clock.now(), expiresAt: now.expiresAt },
      )
      return { ...now, facts, state, stateSince: since }
    })
    log.info('stoken.service-confirmed', { credentialId: id })
    changed()
    return read(id)
  }

  const handlers: CoreHandlers['credentials'] = {
    list: (): CredentialList => ({
      credentials: list(),
      levels: ports.settings().noticeDays,
      checkedAt: readCheckedAt(db),
    }),

    importStoken: async (input, { signal }) => {
      const { id, renewed, repairs } = await importStoken(ports, input, signal)
      log.info('stoken.imported', { credentialId: id, renewed, repairs: repairs.join(' ') })
      changed()
      return { credential: read(id), renewed, repairs }
    },

    confirmService: ({ id }) => confirmService(id),

    importPushCertificate: async (input) => {
      const { id, renewed, replacedTopic, repairs } = await importPushCertificate(ports, input)
      log.info('push-certificate.imported', { credentialId: id, renewed, isOtherTopic: replacedTopic !== null })
      changed()
      return { credential: read(id), renewed, replacedTopic, repairs }
    },

    createCsr: async (input) => {
      const request = await createCsr(input)
      changed()
      return request
    },

    requests: () => listPushRequests(db).map(({ privateKeySecretId: _secret, ...request }) => request),

    discardRequest: ({ id }) => {
      if (!deletePushRequest(db, id)) throw new AppError('credential.not-found', 'there is no such request')
      changed()
      return null
    },

    verify: ({ id }, { signal }) => verify(id, signal),

    add: ({ name, expiresAt, note = null, owner, deputy }) => {
      const id = `manual:${random.uuid()}` as CredentialId // branded where it is made
      const now = clock.now()
      insertCredential(db, {
        id,
        kind: 'manual',
        name,
        identity: null,
        certificate: null,
        facts: null,
        account: null,
        note,
        expiresAt,
        state: 'ok',
        stateSince: now,
        verifiedAt: null,
        owner: knownContact(owner),
        deputy: knownContact(deputy),
        at: now,
      })
      changed()
      return read(id)
    },

    change: ({ id, name, expiresAt, account, note }) => {
      const stored = requireStored(id)
      const isWrong =
        (expiresAt !== undefined && stored.kind !== 'manual') ||
        (account !== undefined && stored.kind !== 'push-certificate')
      if (isWrong) throw new AppError('credential.unsuitable', `not of a credential of kind ${stored.kind}`)
      updateCredential(db, { id }, (now) => ({
        ...now,
        name: name ?? now.name,
        expiresAt: expiresAt ?? now.expiresAt,
        account: account === undefined ? now.account : account,
        note: note === undefined ? now.note : note,
      }))
      changed()
      return read(id)
    },

    setContacts: ({ id, ...given }, context) => {
      const contacts = { owner: knownContact(given.owner), deputy: knownContact(given.deputy) }
      const { tokenId } = read(id)
      if (tokenId !== null) void tokens.handlers.setContacts({ tokenId, ...contacts }, { ...context, report: () => {} })
      else if (!saveCredentialContacts(db, id, contacts)) saveOtherContacts(db, id, contacts)
      changed()
      return read(id)
    },

    remove: ({ id }) => {
      requireStored(id)
      if (!deleteCredential(db, id)) throw notFound()
      log.info('credential.removed', { credentialId: id })
      changed()
      return null
    },

    saveCalendar: async ({ path }) => {
      const credentials = list()
      const text = await writeCalendar(credentials, { now: clock.now(), levels: ports.settings().noticeDays })
      await ports.files.writeWhole(path, text)
      return { path, events: credentials.length }
    },

    exportCsv: async ({ path }) => {
      const credentials = list()
      await ports.files.writeWhole(path, writeCredentialCsv(credentials))
      return { path, rows: credentials.length }
    },
  }

  return {
    handlers,
    list,
    find,
    /** Asks about content tokens once a day. Only a program that stays open calls this. */
    startChecks: (): { readonly stop: () => void } =>
      startDailyChecks({
        ...ports,
        isVaultUnlocked: vault.isUnlocked,
        list: () => listCredentials(db).filter((one): one is StoredStoken => one.kind === 'stoken'),
        verify: async (stored, signal) => {
          await verifyStoken(ports, stored, signal)
          changed()
        },
      }),
    onChanged: (listener: () => void): void => void listeners.add(listener),
  }
}

function notFound(): AppError {
  return new AppError('credential.not-found', 'there is no such credential')
}
