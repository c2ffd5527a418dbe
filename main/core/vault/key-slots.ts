import { AppError, assertNever } from '../../../shared/errors.ts'
import type { SlotKind } from '../../../shared/model/vault.ts'
import { Secret } from '../../../shared/secret.ts'
import type { KeySlot } from '../../db/secrets.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Random } from '../../ports/random.ts'
import type { OsSealing } from '../../ports/sealing.ts'
import { KEY_BYTES } from './cipher.ts'
import { SCRYPT_COST, type BoxKey, type ScryptCost } from './derive-key.ts'
import { isIntact, openBox, sealBox } from './key-box.ts'

/**
 * A key slot is a box (`key-box.ts`) around the data key; its context is the slot's kind and its `params` text, so
 * that neither can be changed or moved to another slot. What closes the box:
 *
 * - `passphrase`, `recovery`: the passphrase, the bytes of the recovery code. `params` is `{}`.
 * - `os`: random bytes which the operating system sealed: `params` is `{"backend", "wrapped"}`, `wrapped` in base64.
 */
export type SlotTools = {
  readonly clock: Clock
  readonly random: Random
  readonly sealing: OsSealing
  readonly cost?: ScryptCost
}

export function sealPassphraseSlot(dataKey: Uint8Array, passphrase: Secret, tools: SlotTools): Promise<KeySlot> {
  return sealSlot({ kind: 'passphrase', params: '{}', dataKey, key: { kind: 'passphrase', passphrase } }, tools)
}

export function sealRecoverySlot(dataKey: Uint8Array, bytes: Secret<Uint8Array>, tools: SlotTools): Promise<KeySlot> {
  return sealSlot({ kind: 'recovery', params: '{}', dataKey, key: { kind: 'bytes', bytes } }, tools)
}

/** Fails with `vault.sealing-unavailable`. */
export async function sealSystemSlot(dataKey: Uint8Array, tools: SlotTools): Promise<KeySlot> {
  const backend = requireSealing(tools.sealing)
  const wrapping = tools.random.bytes(KEY_BYTES)
  const wrapped = Buffer.from(wrap(wrapping, tools.sealing)).toString('base64')
  const key = { kind: 'bytes', bytes: new Secret(wrapping) } as const
  return sealSlot({ kind: 'os', params: JSON.stringify({ backend, wrapped }), dataKey, key }, tools)
}

/** What the system sealed is opened once, before anything relies on it. */
function wrap(wrapping: Uint8Array, sealing: OsSealing): Uint8Array {
  const facts = { backend: sealing.backend() }
  let wrapped: Uint8Array
  let unwrapped: Uint8Array
  try {
    wrapped = sealing.seal(wrapping)
    unwrapped = sealing.open(wrapped)
  } catch (cause) {
    throw new AppError('vault.sealing-unavailable', 'the operating system refused to seal', { facts, cause })
  }
  if (Buffer.from(unwrapped).equals(wrapping)) return wrapped
  throw new AppError('vault.sealing-unavailable', 'the operating system does not open what it sealed', { facts })
}

export function openPassphraseSlot(slot: KeySlot, passphrase: Secret): Promise<Uint8Array> {
  return openSlot(slot, { kind: 'passphrase', passphrase })
}

export function openRecoverySlot(slot: KeySlot, bytes: Secret<Uint8Array>): Promise<Uint8Array> {
  return openSlot(slot, { kind: 'bytes', bytes })
}

/**
 * Fails with `vault.backend-changed` when another backend is in use than the one that sealed, or the same one no
 * longer opens what it sealed: another user, another computer, a keyring made anew.
 */
export async function openSystemSlot(slot: KeySlot, sealing: OsSealing): Promise<Uint8Array> {
  if (!isIntact(slot.sealed, context(slot))) throw damaged(slot.kind)
  const params = readSystemParams(slot.params)
  if (!params) throw damaged(slot.kind)
  const backend = requireSealing(sealing)
  const facts = { sealedBy: params.backend, now: backend }
  if (backend !== params.backend) {
    throw new AppError('vault.backend-changed', 'another backend sealed the vault', { facts })
  }
  let wrapping: Uint8Array
  try {
    wrapping = sealing.open(Buffer.from(params.wrapped, 'base64'))
  } catch (cause) {
    throw new AppError('vault.backend-changed', 'the backend no longer opens what it sealed', { facts, cause })
  }
  return openSlot(slot, { kind: 'bytes', bytes: new Secret(wrapping) })
}

/** Which backend sealed it; null for slots the operating system has no part in. */
export function slotBackend(slot: KeySlot): string | null {
  return slot.kind === 'os' ? (readSystemParams(slot.params)?.backend ?? null) : null
}

/** Whether the operating system seals here in a way that counts: texts merely obscured do not. */
export function canSeal(sealing: OsSealing): boolean {
  return sealing.isAvailable() && !NO_SEALING.has(sealing.backend())
}

/** `basic_text`: a fixed key everybody knows. `unknown`: Electron has not made up its mind yet. */
const NO_SEALING: ReadonlySet<string> = new Set(['basic_text', 'unknown', 'none', ''])

function requireSealing(sealing: OsSealing): string {
  if (canSeal(sealing)) return sealing.backend()
  throw new AppError('vault.sealing-unavailable', 'the operating system offers no safe storage', {
    facts: { backend: sealing.backend() },
  })
}

type NewSlot = Pick<KeySlot, 'kind' | 'params'> & { readonly dataKey: Uint8Array; readonly key: BoxKey }

async function sealSlot({ kind, params, dataKey, key }: NewSlot, tools: SlotTools): Promise<KeySlot> {
  const { random, cost = SCRYPT_COST } = tools
  const sealed = await sealBox(dataKey, key, { context: context({ kind, params }), random, cost })
  return { kind, params, sealed, createdAt: tools.clock.now() }
}

async function openSlot(slot: KeySlot, key: BoxKey): Promise<Uint8Array> {
  const opened = await openBox(slot.sealed, key, context(slot))
  if (opened.ok) {
    if (opened.value.length !== KEY_BYTES) throw damaged(slot.kind)
    return opened.value
  }
  switch (opened.error) {
    case 'wrong-key':
      throw wrongKey(slot.kind)
    case 'damaged':
    case 'from-future':
      throw damaged(slot.kind)
    default:
      return assertNever(opened.error)
  }
}

function wrongKey(kind: SlotKind): AppError {
  if (kind === 'os') return new AppError('vault.backend-changed', 'the backend opens the slot to something else')
  return new AppError('vault.wrong-passphrase', `opening the ${kind} slot`, { facts: { slot: kind } })
}

function damaged(kind: SlotKind): AppError {
  return new AppError('vault.damaged', `the ${kind} slot was changed or cut off`, { facts: { slot: kind } })
}

function context({ kind, params }: Pick<KeySlot, 'kind' | 'params'>): string {
  return `ade-desk key slot ${kind} ${params}`
}

type SystemParams = { readonly backend: string; readonly wrapped: string }

function readSystemParams(text: string): SystemParams | undefined {
  const params = JSON.parse(text) as Partial<Record<keyof SystemParams, unknown>> | null // the schema holds JSON only
  const { backend, wrapped } = params ?? {}
  return typeof backend === 'string' && typeof wrapped === 'string' ? { backend, wrapped } : undefined
}
