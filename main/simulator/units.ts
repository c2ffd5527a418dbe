import { randomBytes, randomUUID } from 'node:crypto'

/** Who manages a unit, as that service has written itself into it. */
export type MdmInfo = { readonly id: string; readonly name: string; readonly metadata: string }

type IssuedToken = { readonly text: string; expiresAt: number; isRevoked: boolean }

export type Unit = ReturnType<typeof createUnit>
export type Units = ReturnType<typeof createUnits>

/** An organizational unit of Apps and Books: its library, who has claimed it, and its content tokens. */
function createUnit(name: string, now: () => number) {
  const issued: IssuedToken[] = []
  let mdmInfo: MdmInfo | undefined

  return {
    name,
    uId: String(2_000_000_000 + randomBytes(4).readUInt32BE()),
    country: 'US',
    mdmInfo: (): MdmInfo | undefined => mdmInfo,
    claim: (by: MdmInfo | undefined): void => void (mdmInfo = by),

    /**
     * The content token as the portal's file holds it: base64 of JSON. Valid for a year, or as long as is said; tokens before it
     * stay valid. Source: Apple developer documentation, "Getting started with the management API".
     */
    issueStoken({ validMs = 365 * 86_400_000, orgName = name }: { validMs?: number; orgName?: string } = {}): string {
      const expiresAt = Math.floor((now() + validMs) / 1000) * 1000
      const content = {
        token: randomBytes(66).toString('base64'),
        expDate: new Date(expiresAt).toISOString().replace(/\.\d{3}Z$/, '+0000'),
        orgName,
      }
      const text = Buffer.from(JSON.stringify(content)).toString('base64')
      issued.push({ text, expiresAt, isRevoked: false })
      return text
    },
    revokeStokens(): void {
      for (const token of issued) token.isRevoked = true
    },
    expireStokens(): void {
      for (const token of issued) token.expiresAt = Math.min(token.expiresAt, now() - 1000)
    },
    find: (text: string): IssuedToken | undefined => issued.find((token) => token.text === text),
    /** What another service may have left there; nobody else's business. */
    notificationAuthToken: randomUUID(),
  }
}

export function createUnits(now: () => number) {
  const units: Unit[] = []
  return {
    list: (): readonly Unit[] => units,

    /** The unit of that name, made when there is none. */
    named(name: string): Unit {
      const known = units.find((unit) => unit.name === name)
      if (known) return known
      const unit = createUnit(name, now)
      units.push(unit)
      return unit
    },
  }
}
