import { X509Certificate } from 'node:crypto'
import type { ProfileId } from '../../../shared/model/ids.ts'
import type { ReadDb } from '../../db/open.ts'
import { listAnchorSources } from '../../db/anchor-sources.ts'
import type { FoundAnchor } from './describe.ts'

type Described = Omit<FoundAnchor, 'profiles'>

/** Bodies and certificates hardly ever change, and the list is made with every look for notices. */
const MAX_REMEMBERED = 2000

/** Finds the certificates in `anchor_certs` of every draft and every version that Apple has; each once. */
export function createAnchorFinder() {
  const inBody = new Map<string, readonly string[]>()
  const byText = new Map<string, Described | null>()

  return (db: ReadDb): readonly FoundAnchor[] => {
    const found = new Map<string, { readonly anchor: Described; readonly profiles: Map<ProfileId, string> }>()
    for (const { id, name, body } of listAnchorSources(db)) {
      for (const text of remembered(inBody, body, anchorsOf)) {
        const anchor = remembered(byText, text, describe)
        if (!anchor) continue
        const entry = found.get(anchor.fingerprintSha256) ?? { anchor, profiles: new Map() }
        entry.profiles.set(id, name)
        found.set(anchor.fingerprintSha256, entry)
      }
    }
    return Array.from(found.values(), ({ anchor, profiles }) => ({
      ...anchor,
      profiles: Array.from(profiles, ([id, name]) => ({ id, name })),
    }))
  }
}

function remembered<T>(cache: Map<string, T>, text: string, make: (text: string) => T): T {
  const known = cache.get(text)
  if (known !== undefined) return known
  if (cache.size >= MAX_REMEMBERED) cache.clear()
  const made = make(text)
  cache.set(text, made)
  return made
}

/** A draft may be any text while somebody works on it. */
function anchorsOf(body: string): readonly string[] {
  try {
    const { anchor_certs: anchors } = JSON.parse(body) as { readonly anchor_certs?: unknown }
    return Array.isArray(anchors) ? anchors.filter((text) => typeof text === 'string') : []
  } catch {
    return []
  }
}

/** Base64 of DER, as Apple wants it. */
function describe(base64: string): Described | null {
  try {
    const certificate = new X509Certificate(Buffer.from(base64, 'base64'))
    return {
      subject: shortName(certificate.subject) || certificate.serialNumber,
      issuer: shortName(certificate.issuer),
      fingerprintSha256: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
      expiresAt: certificate.validToDate.getTime(),
    }
  } catch {
    return null
  }
}

/** `CN=Root\nO=Example` becomes "Root, Example": what people look for comes first. */
function shortName(name: string | undefined): string {
  const lines = (name ?? '').split('\n').filter((line) => line !== '')
  const valueOf = (key: string) => lines.find((line) => line.startsWith(`${key}=`))?.slice(key.length + 1)
  const known = ['CN', 'OU', 'O'].map(valueOf).filter((value) => value !== undefined && value !== '')
  return (known.slice(0, 2).join(', ') || lines.join(', ')).slice(0, 200)
}
