import { X509Certificate } from 'node:crypto'
import forge from 'node-forge'
import { encodeBer } from './ber.ts'
import type { TokenValues } from './tokens.ts'

const LINE = 64

/** How a token file is written. Apple's own form is the default. */
export type TokenFileForm = {
  /** `ber`: indefinite lengths and content in chunks, as Apple writes it; `der`: definite lengths. */
  readonly encoding?: 'ber' | 'der'
  readonly cipher?: 'aes128-CBC' | 'aes192-CBC' | 'aes256-CBC' | 'des-EDE3-CBC'
  readonly lineEnd?: '\r\n' | '\n'
}

/**
 * The `.p7m` that the portal would give out: the five values, encrypted for the RSA key of a certificate.
 * Source: Apple developer documentation, "Examining server tokens".
 */
export function writeTokenFile(recipient: Recipient, values: TokenValues, form: TokenFileForm = {}): Buffer {
  const { encoding = 'ber', cipher = 'aes128-CBC', lineEnd = '\r\n' } = form
  const envelope = forge.pkcs7.createEnvelopedData()
  envelope.addRecipient(recipient.certificate)
  envelope.content = forge.util.createBuffer(innerMessage(values, lineEnd), 'utf8')
  const { [cipher]: oid } = forge.pki.oids
  if (oid === undefined) throw new RangeError(`no such cipher: ${cipher}`)
  envelope.encrypt(undefined, oid)
  const tree = envelope.toAsn1()
  nameRecipient(tree, recipient)
  const bytes = encoding === 'ber' ? encodeBer(tree) : Buffer.from(forge.asn1.toDer(tree).getBytes(), 'latin1')
  const head = [
    'Content-Type: application/pkcs7-mime; name="smime.p7m"; smime-type=enveloped-data',
    'Content-Transfer-Encoding: base64',
    'Content-Disposition: attachment; filename="smime.p7m"',
    'Content-Description: S/MIME Encrypted Message',
    '',
  ]
  const body = bytes.toString('base64').match(new RegExp(`.{1,${LINE}}`, 'g')) ?? []
  return Buffer.from([...head, ...body, ''].join(lineEnd))
}

function innerMessage(values: TokenValues, lineEnd: string): string {
  return [
    'Content-Type: text/plain;charset=UTF-8',
    'Content-Transfer-Encoding: 7bit',
    '',
    '-----BEGIN MESSAGE-----',
    JSON.stringify(values),
    '-----END MESSAGE-----',
    '',
  ].join(lineEnd)
}

/** Whom a token file is for. */
export type Recipient = {
  readonly certificate: forge.pki.Certificate
  /** As they stand in the certificate. */
  readonly issuer: forge.asn1.Asn1
  readonly serialNumber: forge.asn1.Asn1
}

/** Reads a certificate, PEM or DER. Throws a RangeError when it is none, or its key is not RSA. */
export function readRecipient(certificate: string | Uint8Array): Recipient {
  try {
    const { raw, publicKey } = new X509Certificate(certificate)
    if (publicKey.asymmetricKeyType !== 'rsa') throw new RangeError('the key is not an RSA key')
    const tree = forge.asn1.fromDer(raw.toString('latin1'))
    const hasVersion = child(tree, [0, 0]).tagClass === forge.asn1.Class.CONTEXT_SPECIFIC
    const first = hasVersion ? 1 : 0
    return {
      certificate: forge.pki.certificateFromAsn1(tree),
      serialNumber: child(tree, [0, first]),
      issuer: child(tree, [0, first + 2]),
    }
  } catch (cause) {
    throw new RangeError('a token file can only be made for an X.509 certificate with an RSA key', { cause })
  }
}

/**
 * node-forge writes the recipient's name anew and spoils every character that is not ASCII; the reader would not
 * recognise itself. So the name and the number are put in byte by byte.
 */
function nameRecipient(envelope: forge.asn1.Asn1, { issuer, serialNumber }: Recipient): void {
  // ContentInfo, content [0], EnvelopedData, recipientInfos, the only recipient, issuerAndSerialNumber (RFC 5652 §6)
  child(envelope, [1, 0, 1, 0, 1]).value = [issuer, serialNumber]
}

function child(node: forge.asn1.Asn1, path: readonly number[]): forge.asn1.Asn1 {
  return path.reduce((parent, place) => {
    const found = Array.isArray(parent.value) ? parent.value[place] : undefined
    if (found === undefined) throw new RangeError('an unexpected ASN.1 structure')
    return found
  }, node)
}
