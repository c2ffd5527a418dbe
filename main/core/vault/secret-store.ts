import { AppError } from '../../../shared/errors.ts'
import type { SecretId } from '../../../shared/model/ids.ts'
import type { SecretKind } from '../../../shared/model/vault.ts'
import { Secret } from '../../../shared/secret.ts'
import type { WriteDb } from '../../db/open.ts'
import { deleteSecret, findSecret, saveSecret, type SealedSecret } from '../../db/secrets.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Random } from '../../ports/random.ts'
import { NONCE_BYTES } from './cipher.ts'
import { openSecret, sealSecret } from './secret-box.ts'

type Dependencies = {
  readonly db: WriteDb
  readonly clock: Clock
  readonly random: Random
  /** The data key; throws `vault.locked` or `vault.missing`. */
  readonly requireKey: () => Uint8Array
}

export type SecretStore = ReturnType<typeof createSecretStore>

/** Secrets at rest. Everything is synchronous, so that it can be part of another noun's transaction. */
export function createSecretStore({ db, clock, random, requireKey }: Dependencies) {
  return {
    /** Seals a value (texts as UTF-8): a new secret, or a new value for `id`. Fails with `vault.locked`, `vault.missing`. */
    put(kind: SecretKind, plain: string | Uint8Array, id?: SecretId): SecretId {
      const identity = { id: id ?? (random.uuid() as SecretId), kind }
      const bytes = typeof plain === 'string' ? Buffer.from(plain) : plain
      const sealed = sealSecret(bytes, identity, { key: requireKey(), nonce: random.bytes(NONCE_BYTES) })
      saveSecret(db, { ...identity, sealed, createdAt: clock.now() })
      return identity.id
    },

    /** The bytes as sealed. Fails with `vault.locked`, `vault.missing`, and with `vault.damaged` naming the kind. */
    open(id: SecretId, kind: SecretKind): Secret<Uint8Array> {
      const key = requireKey()
      const sealed = findSecret(db, id)
      if (!sealed) throw new AppError('vault.damaged', `a secret of kind ${kind} is missing`, { facts: { kind, id } })
      return new Secret(unseal({ ...sealed, kind }, key))
    },

    /** Works while locked: what is forgotten need not be opened. */
    remove(id: SecretId): void {
      deleteSecret(db, id)
    },
  }
}

/** Fails with `vault.damaged`, naming the kind, when the bytes are not what was sealed under this id and kind. */
export function unseal(secret: Pick<SealedSecret, 'id' | 'kind' | 'sealed'>, key: Uint8Array): Uint8Array {
  const plain = openSecret(secret.sealed, secret, key)
  if (plain) return plain
  const { id, kind } = secret
  throw new AppError('vault.damaged', `a secret of kind ${kind} does not open`, { facts: { kind, id } })
}
