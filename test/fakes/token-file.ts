import forge from 'node-forge'

export type TokenFileFields = {
  readonly consumer_key?: string
  readonly consumer_secret?: string
  readonly access_token?: string
  readonly access_secret?: string
  readonly access_token_expiry?: string
}

/** A server token file as the portal makes one, by another implementation than ours: node-forge writes the CMS. */
export function makeTokenFile(certificate: string, fields: TokenFileFields): Uint8Array<ArrayBuffer> {
  const message = `Content-Type: text/plain;charset=UTF-8\r\nContent-Transfer-Encoding: 7bit\r\n\r\n${JSON.stringify(fields)}`
  const envelope = forge.pkcs7.createEnvelopedData()
  envelope.addRecipient(forge.pki.certificateFromPem(certificate))
  envelope.content = forge.util.createBuffer(message)
  // The types of node-forge lack both parameters, which are optional at run time.
  envelope.encrypt(undefined, forge.pki.oids['aes128-CBC'])
  const der = Buffer.from(forge.asn1.toDer(envelope.toAsn1()).getBytes(), 'latin1')
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  const head = [
    'Content-Type: application/pkcs7-mime; smime-type=enveloped-data',
    'Content-Transfer-Encoding: base64',
    '',
  ]
  return Buffer.from([...head, ...lines, ''].join('\r\n'))
}
