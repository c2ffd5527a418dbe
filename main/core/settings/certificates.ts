import { X509Certificate } from 'node:crypto'
import { AppError } from '../../../shared/errors.ts'
import type { TrustedCertificate } from '../../../shared/model/settings.ts'

const PEM = /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[\s\S]*?-----END (?:TRUSTED |X509 )?CERTIFICATE-----/g

/** Every certificate of a file, PEM or DER. Fails with `bad-input`, whose words tell which one cannot be read. */
export function readCertificateFile(file: Uint8Array, path: string): readonly TrustedCertificate[] {
  const blocks = Buffer.from(file).toString('latin1').match(PEM)
  if (blocks) return blocks.map((block, index) => describe(block, () => unreadable(path, index, blocks.length)))
  return [
    describe(
      file,
      () => new AppError('bad-input', 'no certificate was found in this file, neither PEM nor DER', { path }),
    ),
  ]
}

/** Texts of certificates as the settings keep them: each once, in one spelling. Fails with `bad-input`. */
export function normalCertificates(texts: readonly string[], path: string): readonly string[] {
  const all = texts.flatMap((text) => readCertificateFile(Buffer.from(text), path))
  return [...new Map(all.map((certificate) => [certificate.fingerprintSha256, certificate.pem])).values()]
}

function describe(content: string | Uint8Array, failure: () => AppError): TrustedCertificate {
  const certificate = parse(content)
  if (!certificate) throw failure()
  return {
    pem: certificate.toString(),
    subject: shortName(certificate.subject),
    issuer: shortName(certificate.issuer),
    expiresAt: Date.parse(certificate.validTo),
    fingerprintSha256: certificate.fingerprint256,
  }
}

function parse(content: string | Uint8Array): X509Certificate | undefined {
  try {
    return new X509Certificate(content)
  } catch {
    return undefined
  }
}

/** `CN=Root\nO=Example` becomes "Root, Example": what people look for comes first. */
function shortName(name: string | undefined): string {
  const parts = new Map(
    (name ?? '').split('\n').map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  )
  const known = ['CN', 'OU', 'O'].map((key) => parts.get(key)).filter((value) => value !== undefined && value !== '')
  return known.slice(0, 2).join(', ') || (name ?? '').replaceAll('\n', ', ')
}

function unreadable(path: string, index: number, count: number): AppError {
  return new AppError(
    'bad-input',
    count === 1 ? 'the certificate cannot be read' : `certificate ${index + 1} of ${count} cannot be read`,
    {
      path,
    },
  )
}
