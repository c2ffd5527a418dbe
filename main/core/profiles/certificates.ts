import { X509Certificate } from 'node:crypto'
import { AppError } from '../../../shared/errors.ts'
import type { ProfileCertificate } from '../../../shared/model/profile.ts'
import { certificatesInPkcs7 } from './pkcs7.ts'

const PEM = /-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\s]*)-----END \1-----/g

/**
 * Every certificate of a file, as a profile holds them. PEM with any number of them, one in DER, or PKCS#7 in either
 * form. What else a PEM file has (a key, parameters) is passed over and never leaves here. Fails with `bad-input`.
 */
export function readCertificateFile(file: Uint8Array): readonly ProfileCertificate[] {
  const found = blocksOf(Buffer.from(file)).flatMap((der) => certificatesIn(der))
  if (found.length === 0)
    throw new AppError('bad-input', 'no certificate was found in this file: neither PEM nor DER nor PKCS#7', {
      path: 'file',
    })
  return [...new Map(found.map((certificate) => [certificate.base64, certificate])).values()]
}

/** What a member of `anchor_certs` is; null for what is no certificate. */
export function describeCertificate(base64: string): ProfileCertificate | null {
  return describe(Buffer.from(base64, 'base64')) ?? null
}

function blocksOf(file: Buffer): readonly Buffer[] {
  const blocks = [...file.toString('latin1').matchAll(PEM)]
  if (blocks.length === 0) return [file]
  return blocks
    .filter(([, label]) => /CERTIFICATE$|PKCS7$|^CMS$/.test(label!))
    .map(([, , base64]) => Buffer.from(base64!, 'base64'))
}

function certificatesIn(der: Buffer): readonly ProfileCertificate[] {
  const single = describe(der)
  if (single) return [single]
  return certificatesInPkcs7(der).flatMap((inner) => describe(inner) ?? [])
}

function describe(der: Uint8Array): ProfileCertificate | undefined {
  try {
    const certificate = new X509Certificate(der)
    return {
      base64: certificate.raw.toString('base64'),
      subject: shortName(certificate.subject),
      issuer: shortName(certificate.issuer),
      expiresAt: certificate.validToDate.getTime(),
    }
  } catch {
    return undefined
  }
}

/** `CN=Root\nO=Example` becomes "Root, Example": what people look for comes first. */
function shortName(name: string | undefined): string {
  const lines = (name ?? '').split('\n').filter((line) => line !== '')
  const valueOf = (key: string) => lines.find((line) => line.startsWith(`${key}=`))?.slice(key.length + 1)
  const known = ['CN', 'OU', 'O'].map(valueOf).filter((value) => value !== undefined && value !== '')
  return known.slice(0, 2).join(', ') || lines.join(', ')
}
