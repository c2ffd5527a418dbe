import data from '../../../shared/data/apple-issuers.json' with { type: 'json' }

/** Whether the issuer is of an organisation that is known for certificates of Apple's own hosts; others may choose freely. */
export function isUsualIssuer(host: string, issuer: string): boolean {
  const isApples = data.hostsOfApple.some((name) => host === name || host.endsWith(`.${name}`))
  return !isApples || data.organisations.some((organisation) => issuer.endsWith(organisation))
}
