import type { Credential } from '../../shared/model/credential.ts'
import { isoTime } from './json.ts'
import { table } from './output.ts'
import { contactText } from './token-contacts.ts'

/** Times in ISO 8601, as everywhere in the command line's JSON. */
export function credentialJson(credential: Credential) {
  const { id, kind, name, expiresAt, daysLeft, level, stoken, push, ...others } = credential
  return {
    id,
    kind,
    name,
    expiresAt: isoTime(expiresAt),
    daysLeft,
    level,
    ...others,
    stateSince: isoTime(credential.stateSince),
    verifiedAt: isoTime(credential.verifiedAt),
    stoken: stoken && {
      ...stoken,
      fileExpiresAt: isoTime(stoken.fileExpiresAt),
      serviceExpiresAt: isoTime(stoken.serviceExpiresAt),
    },
    push: push && { ...push, notBefore: isoTime(push.notBefore) },
  }
}

export function credentialTable(credentials: readonly Credential[]): string {
  if (credentials.length === 0) return 'Nothing that expires is known yet. Start with "ade-desk token keygen".'
  return table(
    ['KIND', 'NAME', 'EXPIRES', 'DAYS LEFT', 'LEVEL', 'STATE', 'OWNER', 'DEPUTY', 'ID'],
    credentials.map((credential) => [
      credential.kind,
      credential.name,
      isoTime(credential.expiresAt),
      String(credential.daysLeft),
      credential.level === null ? null : String(credential.level),
      credential.state,
      contactText(credential.owner),
      contactText(credential.deputy),
      credential.id,
    ]),
  )
}

export function describeCredential(credential: Credential): string {
  const { stoken, push, anchor } = credential
  const service = stoken?.usedBy ? (stoken.usedBy.name ?? stoken.usedBy.id) : null
  const lines: readonly (readonly [string, string | null | undefined])[] = [
    ['State', `${credential.state}${credential.stateSince === null ? '' : ` since ${isoTime(credential.stateSince)}`}`],
    ['Expires', `${isoTime(credential.expiresAt)} (${credential.daysLeft} days)`],
    ['Owner', contactText(credential.owner)],
    ['Deputy', contactText(credential.deputy)],
    ['Apple account', credential.account],
    ['Organization', credential.organization],
    ['Location', stoken?.locationName],
    ['Used by', service],
    ['Problem', stoken?.problem],
    ['Topic', push?.topic],
    ['Serial number', push?.serialNumber],
    ['Private key', push && (push.hasKey ? 'in the vault' : 'not here')],
    ['In profiles', anchor?.profiles.map(({ name }) => name).join(', ')],
    ['Note', credential.note],
    ['Last answer', isoTime(credential.verifiedAt)],
    ['Id', credential.id],
  ]
  const rows = lines.flatMap(([label, value]) => (value ? [[label, value] as const] : []))
  return table([credential.kind, credential.name], rows)
}
