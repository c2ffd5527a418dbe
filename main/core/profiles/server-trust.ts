import { X509Certificate } from 'node:crypto'
import { AppError } from '../../../shared/errors.ts'
import type {
  ProfileBody,
  ProfileCertificate,
  ServerFailure,
  ServerTrust,
  TrustFault,
} from '../../../shared/model/profile.ts'
import { texts } from '../../../shared/model/profile-rules.ts'
import type { MdmServerClient, ServerSight } from '../../clients/mdm-server/client-type.ts'
import { describeCertificate } from './certificates.ts'
import { failureOf, serverAddress } from './service-config.ts'

/** Looks whether a device with this profile would trust the server at its `url`. Throws `bad-input` for a profile without one. */
export async function checkServerTrust(
  client: MdmServerClient,
  body: ProfileBody,
  { now, signal }: { readonly now: number; readonly signal: AbortSignal },
): Promise<ServerTrust | ServerFailure> {
  const url = body['url']
  if (typeof url !== 'string') throw new AppError('bad-input', 'the profile has no address', { path: 'url' })
  const server = serverAddress(url)
  // What is no certificate is told by the rules of a profile; here it vouches for nobody.
  const anchors = texts(body, 'anchor_certs').flatMap((base64) => describeCertificate(base64) ?? [])
  const hasAnchors = texts(body, 'anchor_certs').length > 0
  try {
    const bases = anchors.map(({ base64 }) => base64)
    const sight = await client.look(server.href, { anchors: bases, signal })
    return judgeSight(sight, { host: server.host, anchors, hasAnchors, now })
  } catch (error) {
    return failureOf(error, server.host, signal)
  }
}

type Context = {
  readonly host: string
  readonly anchors: readonly ProfileCertificate[]
  /** Also true where none of them can be read: a device then has nobody to trust. */
  readonly hasAnchors: boolean
  readonly now: number
}

export function judgeSight({ refusal, chain: sent, isPublic }: ServerSight, context: Context): ServerTrust {
  const { host, anchors, hasAnchors, now } = context
  const chain = sent.flatMap((base64) => describeCertificate(base64) ?? [])
  if (hasAnchors && anchors.length === 0) return fault('anchors-do-not-fit', chain.at(-1), { host, chain, isPublic })
  if (refusal === null)
    return { kind: 'trusted', by: hasAnchors ? 'anchor' : isPublic ? 'public' : 'this-computer', host, chain }
  const expired = chain.find(({ expiresAt }) => expiresAt <= now)
  const early = sent.flatMap((base64) => startOf(base64, now))[0]
  const oldAnchor = anchors.find(({ expiresAt }) => expiresAt <= now)
  const common = { host, chain, isPublic }
  if (refusal === 'ERR_TLS_CERT_ALTNAME_INVALID') return fault('other-name', chain[0], common)
  if (refusal === 'CERT_HAS_EXPIRED' && expired) return fault('expired', expired, common)
  if (refusal === 'CERT_HAS_EXPIRED' && oldAnchor) return fault('anchor-expired', oldAnchor, common)
  if (refusal === 'CERT_NOT_YET_VALID' && early) return { ...fault('not-yet-valid', chain[0], common), ...early }
  return fault(hasAnchors ? 'anchors-do-not-fit' : 'authority-unknown', chain.at(-1), common)
}

function fault(
  name: TrustFault,
  about: ProfileCertificate | undefined,
  common: Pick<ServerTrust, 'host' | 'chain'> & { readonly isPublic: boolean },
) {
  const isDated = name === 'expired' || name === 'anchor-expired'
  const subject = name === 'authority-unknown' || name === 'anchors-do-not-fit' ? about?.issuer : about?.subject
  return {
    kind: 'not-trusted',
    fault: name,
    ...common,
    subject: subject ?? '',
    date: isDated ? (about?.expiresAt ?? null) : null,
  } as const
}

/** A certificate that is valid only later. */
function startOf(base64: string, now: number): readonly { readonly subject: string; readonly date: number }[] {
  const { validFromDate } = new X509Certificate(Buffer.from(base64, 'base64'))
  const date = validFromDate.getTime()
  return date > now ? [{ subject: describeCertificate(base64)?.subject ?? '', date }] : []
}
