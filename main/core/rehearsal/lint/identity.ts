import type { RehearsalFinding } from '../../../../shared/model/rehearsal.ts'
import { showUrl } from '../show-url.ts'
import { type Dict, IDENTITY_TYPES, finding, isDict, nameOf, payloadType, payloadsOf, textAt } from './payloads.ts'

const SMALLEST_RSA_BITS = 2048
const ACME_REQUIRED = ['DirectoryURL', 'ClientIdentifier', 'KeyType'] as const

/** The payloads that give the device its certificate. */
export function lintIdentities(profile: Dict): readonly RehearsalFinding[] {
  const identities = payloadsOf(profile).filter((payload) => Object.hasOwn(IDENTITY_TYPES, payloadType(payload)))
  if (identities.length === 0) return [finding('error', 'no-identity-payload')]
  return identities.flatMap((payload) => {
    const kind = IDENTITY_TYPES[payloadType(payload)]
    if (kind === 'scep') return lintScep(payload)
    return kind === 'acme' ? lintAcme(payload) : lintFile(payload)
  })
}

/** SCEP keeps its values one level below; plain http is common there, as the messages are protected by themselves. */
function lintScep(payload: Dict): readonly RehearsalFinding[] {
  const facts = { payload: nameOf(payload) }
  const content = isDict(payload['PayloadContent']) ? payload['PayloadContent'] : {}
  const url = textAt(content, 'URL')
  const isUrl = url !== null && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)
  const bits = content['Keysize']
  return [
    ...(isUrl ? [] : [finding('error', 'scep-url-invalid', facts)]),
    ...(typeof bits === 'number' && bits < SMALLEST_RSA_BITS
      ? [finding('warning', 'scep-key-small', { ...facts, bits })]
      : []),
  ]
}

function lintAcme(payload: Dict): readonly RehearsalFinding[] {
  const facts = { payload: nameOf(payload) }
  const missing = ACME_REQUIRED.filter((key) => textAt(payload, key) === null)
  if (missing.length > 0) return [finding('error', 'acme-incomplete', { ...facts, keys: missing.join(', ') })]
  const url = textAt(payload, 'DirectoryURL')!
  const isHttps = URL.canParse(url) && new URL(url).protocol === 'https:'
  return isHttps ? [] : [finding('error', 'acme-not-https', { ...facts, url: showUrl(url) })]
}

function lintFile(payload: Dict): readonly RehearsalFinding[] {
  const content = payload['PayloadContent']
  const isFile = content instanceof Uint8Array && content[0] === 0x30
  return isFile ? [] : [finding('error', 'identity-file-invalid', { payload: nameOf(payload) })]
}
