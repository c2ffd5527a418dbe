import { createVerify } from 'node:crypto'
import forge from 'node-forge'
import plist from 'plist'

/** What a device said about itself, and whether it said so properly. */
export type ReceivedMachineInfo = {
  readonly info: Readonly<Record<string, unknown>>
  /** Common names, the signer's first. */
  readonly chain: readonly string[]
  /** PEM of the signer: a profile can be encrypted to it. */
  readonly signer: string
  /** Every link is signed by the next one, the last by itself. */
  readonly isChainComplete: boolean
}

type Capture = {
  readonly content: forge.asn1.Asn1
  readonly authenticatedAttributes?: readonly forge.asn1.Asn1[]
  readonly signature: string
}

const REQUIRED = ['UDID', 'SERIAL', 'PRODUCT', 'VERSION', 'OS_VERSION']

/** Reads and verifies a signed machine info as a strict server would. Throws where anything is amiss. */
export function readMachineInfo(cms: Buffer): ReceivedMachineInfo {
  const message = forge.pkcs7.messageFromAsn1(forge.asn1.fromDer(cms.toString('latin1')))
  const { rawCapture, certificates } = message as unknown as {
    readonly rawCapture: Capture
    readonly certificates: readonly forge.pki.Certificate[]
  }
  const [signer] = certificates
  if (!signer) throw new Error('no certificate of the signer')
  const content = contentOf(rawCapture.content)
  verify(rawCapture, { signer, content })
  const info = plist.parse(content.toString('utf8')) as Record<string, unknown>
  const missing = REQUIRED.filter((key) => typeof info[key] !== 'string' || info[key] === '')
  if (missing.length > 0) throw new Error(`machine info without ${missing.join(', ')}`)
  return {
    info,
    chain: certificates.map((certificate) => String(certificate.subject.getField('CN')?.value)),
    signer: forge.pki.certificateToPem(signer),
    isChainComplete: certificates.every((certificate, at) => (certificates[at + 1] ?? certificate).verify(certificate)),
  }
}

function contentOf(content: forge.asn1.Asn1): Buffer {
  // [0] EXPLICIT OCTET STRING, which may come in chunks.
  const octets = (content.value as forge.asn1.Asn1[])[0]!
  const parts = Array.isArray(octets.value) ? octets.value.map(({ value }) => value as string) : [octets.value]
  return Buffer.from(parts.join(''), 'latin1')
}

function verify(
  { authenticatedAttributes = [], signature }: Capture,
  { signer, content }: { readonly signer: forge.pki.Certificate; readonly content: Buffer },
): void {
  const digest = forge.md.sha256.create().update(content.toString('latin1')).digest().getBytes()
  const attributes = forge.asn1.create(
    forge.asn1.Class.UNIVERSAL,
    forge.asn1.Type.SET,
    true,
    authenticatedAttributes as forge.asn1.Asn1[],
  )
  const signed = Buffer.from(forge.asn1.toDer(attributes).getBytes(), 'latin1')
  if (authenticatedAttributes.length > 0 && !signed.includes(Buffer.from(digest, 'latin1')))
    throw new Error('the digest is another one')
  const verifier = createVerify('sha256').update(authenticatedAttributes.length > 0 ? signed : content)
  if (!verifier.verify(forge.pki.publicKeyToPem(signer.publicKey), Buffer.from(signature, 'latin1')))
    throw new Error('the signature does not fit')
}
