import { randomBytes } from 'node:crypto'

/** The five values of a server token as the portal writes them. They open nothing but a simulator. */
export type TokenValues = {
  readonly consumer_key: string
  readonly consumer_secret: string
  readonly access_token: string
  readonly access_secret: string
  /** ISO time in UTC. */
  readonly access_token_expiry: string
}

type IssuedToken = { readonly values: TokenValues; expiresAt: number; isRevoked: boolean }

export type Tokens = ReturnType<typeof createTokens>

/** The tokens of one service. The consumer key stays for ever; a new token revokes the one before it. */
export function createTokens() {
  let consumer_key = `CK_${hex(48)}`
  let consumer_secret = `CS_${hex(20)}`
  const issued: IssuedToken[] = []

  return {
    consumerKey: () => consumer_key,

    /** The token of another simulator's service becomes the one that is valid here. */
    adopt(values: TokenValues): void {
      ;({ consumer_key, consumer_secret } = values)
      for (const token of issued) token.isRevoked = true
      issued.push({ values, expiresAt: Date.parse(values.access_token_expiry), isRevoked: false })
    },

    /** Valid for one year, as in the portal. */
    issue(now: number): TokenValues {
      for (const token of issued) token.isRevoked = true
      const expiry = new Date(now)
      expiry.setUTCFullYear(expiry.getUTCFullYear() + 1)
      const values: TokenValues = {
        consumer_key,
        consumer_secret,
        access_token: `AT_O${String(randomBytes(4).readUInt32BE()).padStart(10, '0')}O${hex(20)}O${now}`,
        access_secret: `AS_${hex(20)}`,
        access_token_expiry: `${expiry.toISOString().slice(0, 19)}Z`,
      }
      issued.push({ values, expiresAt: expiry.getTime(), isRevoked: false })
      return values
    },

    find: (accessToken: string): IssuedToken | undefined =>
      issued.find((token) => token.values.access_token === accessToken),

    current: (): IssuedToken | undefined => issued.findLast((token) => !token.isRevoked),

    revoke(): void {
      for (const token of issued) token.isRevoked = true
    },

    expire(now: number): void {
      for (const token of issued) token.expiresAt = Math.min(token.expiresAt, now - 1000)
    },
  }
}

function hex(bytes: number): string {
  return randomBytes(bytes).toString('hex')
}
