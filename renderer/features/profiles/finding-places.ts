import type { ProfileCheck } from '../../../shared/contract/profiles.ts'
import type { ProfileFinding } from '../../../shared/model/profile.ts'
import { scanObject, type TextRange } from './json-text.ts'

const NO_FINDINGS: readonly ProfileFinding[] = []

/** Errors first, then warnings, then advice. */
export function allFindings(check: ProfileCheck | null): readonly ProfileFinding[] {
  return check ? [...check.errors, ...check.warnings, ...check.advice] : NO_FINDINGS
}

/** `anchor_certs[2]` is about `anchor_certs`. */
export function memberOf({ path }: Pick<ProfileFinding, 'path'>): string {
  return path.replace(/\[\d+\]$/, '')
}

export function findingsAbout(check: ProfileCheck | null, member: string): readonly ProfileFinding[] {
  return allFindings(check).filter((finding) => memberOf(finding) === member)
}

export type PlacedFinding = TextRange & { readonly finding: ProfileFinding }

/** Where each finding stands in the text; what is missing there is marked at the opening brace. */
export function placeFindings(text: string, findings: readonly ProfileFinding[]): readonly PlacedFinding[] {
  const object = scanObject(text)
  if (!object) return []
  return findings.map((finding) => {
    const index = /\[(\d+)\]$/.exec(finding.path)?.[1]
    const member = object.members.findLast(({ key }) => key === memberOf(finding))
    const item = index === undefined ? undefined : member?.items[Number(index)]
    const whole = member && { from: member.from, to: member.value.to }
    const { from, to } = item ?? whole ?? { from: object.open, to: object.open + 1 }
    return { from, to, finding }
  })
}
