import type { BypassCode } from '../../../shared/contract/activation.ts'
import type { CoreHandlers } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import type { SecretId, Serial } from '../../../shared/model/ids.ts'
import type { AdeClient } from '../../clients/ade/client-type.ts'
import { beginLock, endLock, listLocks } from '../../db/activation-locks.ts'
import { addLockEvent, listTokensOf } from '../../db/device-answers.ts'
import { listSecretsOfKind } from '../../db/secrets.ts'
import { listTokens } from '../../db/tokens.ts'
import type { CorePorts } from '../ports.ts'
import { askAs, type TokenService } from '../tokens/index.ts'
import type { Vault } from '../vault/index.ts'
import { BYPASS_CODE_BYTES, hashBypassCode, writeBypassCode } from './bypass-code.ts'

export type ActivationPorts = Pick<CorePorts, 'db' | 'clock' | 'random' | 'log' | 'network'> & {
  readonly vault: Pick<Vault, 'put' | 'open' | 'remove'>
  readonly tokens: Pick<TokenService, 'credentials' | 'recordAnswer'>
  readonly openAdeClient: (
    ...parameters: Parameters<CorePorts['openAdeClient']>
  ) => Pick<AdeClient, 'lockActivation' | 'close'>
}

const KIND = 'bypass-code'

/** The answer did not arrive: the device may be locked. */
const UNKNOWN = 'UNKNOWN'

/** Locks the activation of devices and keeps what unlocks them. */
export function createActivationService(ports: ActivationPorts) {
  const { db, clock, random, log, vault } = ports

  /** The code is sealed before Apple is asked, so that whatever happens on the way the device can be unlocked. */
  async function lock(serial: Serial, message: string | undefined, signal: AbortSignal): Promise<string> {
    const [place] = listTokensOf(db, [serial])
    if (!place?.isKnown) throw new AppError('device.not-found', `no device has the serial number ${serial}`)
    const token = listTokens(db).find(({ no }) => no === place.tokenNo)
    if (!token) return 'GONE'
    const bytes = random.bytes(BYPASS_CODE_BYTES)
    const escrowKey = await hashBypassCode(bytes)
    signal.throwIfAborted()
    let kept: ReturnType<typeof keepCode> | undefined
    try {
      const outcome = await askAs(ports, token.id, (client) => {
        kept = keepCode(serial, writeBypassCode(bytes))
        return client.lockActivation({ serial, escrowKey, message }, { signal })
      })
      settle({ ...kept!, serial, outcome, tokenNo: token.no })
      return outcome
    } catch (error) {
      // A cancelled request may have arrived: its code stays.
      if (!kept || !(error instanceof AppError) || error.code === 'cancelled') throw error
      if (!isUnsure(error)) forgetCode({ ...kept, outcome: null })
      if (error.code !== 'ade.outcome-unknown') throw error
      settle({ ...kept, serial, outcome: UNKNOWN, tokenNo: token.no })
      return UNKNOWN
    }
  }

  function keepCode(serial: Serial, code: string) {
    return db
      .transaction(() => {
        // The serial number goes in too: a backup brings secrets along, and nothing that would say whose they are.
        const secretId = vault.put(KIND, JSON.stringify({ serial, code }))
        return { secretId, no: beginLock(db, { serial, secretId, now: clock.now() }) }
      })
      .immediate()
  }

  type Settled = {
    readonly no: number
    readonly secretId: SecretId
    readonly serial: Serial
    readonly outcome: string
    readonly tokenNo: number
  }

  function settle({ no, secretId, serial, outcome, tokenNo }: Settled): void {
    const keepsCode = outcome === 'SUCCESS' || outcome === UNKNOWN
    db.transaction(() => {
      if (keepsCode) endLock(db, no, { outcome, keepsCode })
      else forgetCode({ no, secretId, outcome })
      addLockEvent(db, serial, { outcome, tokenNo, now: clock.now() })
    }).immediate()
    log.info('activation.answered', { tokenNo, outcome })
  }

  function forgetCode({ no, secretId, outcome }: { no: number; secretId: SecretId; outcome: string | null }): void {
    endLock(db, no, { outcome, keepsCode: false })
    vault.remove(secretId)
  }

  /** Those whose lock is known, then those that came with a backup, which knows of codes and of nothing else. */
  function codesOf(serial: Serial): readonly BypassCode[] {
    const known = listLocks(db, serial).map(({ secretId, ...lock }) => ({ id: secretId, ...lock }))
    const ids = new Set(known.map(({ id }) => id))
    const others = listSecretsOfKind(db, KIND).filter(({ id }) => !ids.has(id))
    const codes = [
      ...known.map(({ id, outcome, askedAt }) => ({ ...openCode(id), outcome: outcome ?? UNKNOWN, askedAt })),
      ...others.map(({ id, createdAt }) => ({ ...openCode(id), outcome: UNKNOWN, askedAt: createdAt })),
    ].filter((code) => code.serial === serial)
    if (codes.length === 0) throw new AppError('device.no-bypass-code', `there is none for ${serial}`)
    log.info('activation.code-shown', { codes: codes.length })
    return codes.map(({ serial: _serial, ...code }) => code)
  }

  function openCode(id: SecretId): { readonly serial: Serial; readonly code: string } {
    return JSON.parse(Buffer.from(vault.open(id, KIND).reveal()).toString()) as { serial: Serial; code: string } // sealed by this file
  }

  const handlers: CoreHandlers['activation'] = {
    lock: async ({ serial, message }, { signal }) => ({ serial, outcome: await lock(serial, message, signal) }),
    bypassCodes: ({ serial }) => codesOf(serial),
  }
  return { handlers }
}

/** Apple's answer did not arrive or could not be read: the device may be locked with this code. */
function isUnsure({ code }: AppError): boolean {
  return code === 'ade.outcome-unknown' || code === 'ade.protocol' || code === 'net.too-large'
}
