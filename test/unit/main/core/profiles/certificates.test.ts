import forge from 'node-forge'
import { describe, expect, it } from 'vitest'
import { describeCertificate, readCertificateFile } from '../../../../../main/core/profiles/certificates.ts'
import { findErrors } from '../../../../../shared/model/profile-rules.ts'

const EXPIRES = new Date('2030-01-02T03:04:05Z')

function makeCertificate(name: string) {
  const keys = forge.pki.rsa.generateKeyPair({ bits: 1024 })
  const certificate = forge.pki.createCertificate()
  certificate.publicKey = keys.publicKey
  certificate.serialNumber = '01'
  certificate.validity.notBefore = new Date('2020-01-01T00:00:00Z')
  certificate.validity.notAfter = EXPIRES
  const subject = [
    { name: 'commonName', value: name },
    { name: 'organizationName', value: 'Söhne & Co', valueTagClass: forge.asn1.Type.UTF8 as never },
  ]
  certificate.setSubject(subject)
  certificate.setIssuer(subject)
  certificate.sign(keys.privateKey, forge.md.sha256.create())
  const der = Buffer.from(forge.asn1.toDer(forge.pki.certificateToAsn1(certificate)).getBytes(), 'binary')
  return { certificate, der, base64: der.toString('base64'), pem: forge.pki.certificateToPem(certificate), keys }
}

const [root, leaf] = [makeCertificate('Root'), makeCertificate('Leaf')]

function pkcs7() {
  const message = forge.pkcs7.createSignedData()
  message.addCertificate(root.certificate)
  message.addCertificate(leaf.certificate)
  const pem = forge.pkcs7.messageToPem(message)
  return { pem, der: Buffer.from(forge.pem.decode(pem)[0]!.body, 'binary') }
}

const bases = (file: Buffer) => readCertificateFile(file).map(({ base64 }) => base64)

describe('certificates of a file', () => {
  it('come from DER, from any PEM, and from PKCS#7 in either form', () => {
    expect(bases(root.der)).toEqual([root.base64])
    expect(bases(Buffer.from(root.pem))).toEqual([root.base64])
    expect(bases(Buffer.from(`Bag Attributes\r\n${leaf.pem}${root.pem}${leaf.pem}`))).toEqual([
      leaf.base64,
      root.base64,
    ])
    expect(bases(pkcs7().der)).toEqual([root.base64, leaf.base64])
    expect(bases(Buffer.from(pkcs7().pem))).toEqual([root.base64, leaf.base64])
  })

  it('are what a profile takes, with subject and expiry', () => {
    const [read] = readCertificateFile(root.der)
    expect(read).toMatchObject({ expiresAt: EXPIRES.getTime(), subject: expect.stringMatching(/^Root, /) })
    const body = { profile_name: 'x', url: 'https://mdm.example.com', anchor_certs: [read!.base64] }
    expect(findErrors(body)).toEqual([])
    expect(describeCertificate(root.base64)).toEqual(read)
    expect(describeCertificate('MIIB')).toBeNull()
  })

  it('a private key beside them stays out; a file without one is refused, whatever it is', () => {
    const key = forge.pki.privateKeyToPem(root.keys.privateKey)
    expect(bases(Buffer.from(key + root.pem))).toEqual([root.base64])
    const others = [
      Buffer.from(key),
      Buffer.alloc(0),
      Buffer.from('hello'),
      Buffer.from([0x30, 0x84, 255, 255, 255, 255]),
    ]
    const cut = Array.from({ length: 60 }, (_, at) => pkcs7().der.subarray(0, at * 7))
    for (const file of [...others, ...cut])
      expect(() => readCertificateFile(file)).toThrow(expect.objectContaining({ code: 'bad-input' }))
  })
})
