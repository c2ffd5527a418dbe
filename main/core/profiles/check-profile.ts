import { X509Certificate } from 'node:crypto'
import { MAX_PROFILE_CHARACTERS, type ProfileCheck } from '../../../shared/contract/profiles.ts'
import type { ProfileBody, ProfileFinding } from '../../../shared/model/profile.ts'
import { findAdvice } from '../../../shared/model/profile-advice.ts'
import { findErrors, finding, findWarnings, isBody, texts } from '../../../shared/model/profile-rules.ts'

/** Everything that can be said about the text of a profile without asking anybody. `now`: milliseconds UTC. */
export function checkProfileText(text: string, now: number): ProfileCheck {
  const body = parse(text)
  const errors = findErrors(body)
  if (!isBody(body)) return { valid: false, errors, warnings: [], advice: [] }
  const said = [...findWarnings(body), ...certificateFindings(body, now), ...findAdvice(body)]
  return {
    valid: errors.length === 0,
    errors,
    warnings: said.filter(({ level }) => level === 'warning'),
    advice: said.filter(({ level }) => level === 'advice'),
  }
}

/** Undefined for what is no JSON: `findErrors` then says that it is no object. */
function parse(text: string): unknown {
  if (text.length > MAX_PROFILE_CHARACTERS) return undefined
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

/** A device trusts nothing that an expired anchor vouches for. */
function certificateFindings(body: ProfileBody, now: number): readonly ProfileFinding[] {
  return ['anchor_certs', 'supervising_host_certs'].flatMap((key) =>
    texts(body, key).flatMap((base64, at) => {
      const certificate = readCertificate(base64)
      if (!certificate || certificate.validToDate.getTime() > now) return []
      const facts = {
        subject: certificate.subject.replaceAll('\n', ', '),
        date: certificate.validToDate.toISOString().slice(0, 10),
      }
      return [finding('warning', `${key}[${at}]`, 'certificate-expired', 'certificate-expired', facts)]
    }),
  )
}

function readCertificate(base64: string): X509Certificate | undefined {
  try {
    return new X509Certificate(Buffer.from(base64, 'base64'))
  } catch {
    return undefined
  }
}
