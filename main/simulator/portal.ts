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
 * The `.p7m` that the portal would give out: the five values, encrypted for the certificate's RSA key.
 * Source: Apple developer documentation, "Examining server tokens".
 */
export function writeTokenFile(
  certificate: forge.pki.Certificate,
  values: TokenValues,
  form: TokenFileForm = {},
): Buffer {
  const { encoding = 'ber', cipher = 'aes128-CBC', lineEnd = '\r\n' } = form
  const envelope = forge.pkcs7.createEnvelopedData()
  envelope.addRecipient(certificate)
  envelope.content = forge.util.createBuffer(innerMessage(values, lineEnd), 'utf8')
  const { [cipher]: oid } = forge.pki.oids
  if (oid === undefined) throw new RangeError(`no such cipher: ${cipher}`)
  envelope.encrypt(undefined, oid)
  const tree = envelope.toAsn1()
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

/** A certificate in PEM or DER. Throws a RangeError when it is none, or its key is not RSA. */
export function readRsaCertificate(certificate: string | Uint8Array): forge.pki.Certificate {
  try {
    const { raw, publicKey } = new X509Certificate(certificate)
    if (publicKey.asymmetricKeyType !== 'rsa') throw new RangeError('the key is not an RSA key')
    return forge.pki.certificateFromAsn1(forge.asn1.fromDer(raw.toString('latin1')))
  } catch (cause) {
    throw new RangeError('a token file can only be made for an X.509 certificate with an RSA key', { cause })
  }
}
