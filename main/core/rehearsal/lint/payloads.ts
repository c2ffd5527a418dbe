import type { FindingSeverity, RehearsalFinding, RehearsalFindingCode } from '../../../../shared/model/rehearsal.ts'
import type { PlistValue } from '../../../clients/enrollment/client-type.ts'

export type Dict = Readonly<Record<string, PlistValue>>

export type LintContext = {
  readonly product: string
  readonly isMac: boolean
  readonly isMultiUser: boolean
  /** Topics of the push certificates that are known; empty where none is. */
  readonly pushTopics: readonly string[]
  /** Milliseconds UTC. */
  readonly now: number
  readonly describeCertificate: (der: Uint8Array) => { readonly subject: string; readonly expiresAt: number } | null
}

export const MDM = 'com.apple.mdm'
export const IDENTITY_TYPES: Readonly<Record<string, 'acme' | 'scep' | 'pkcs12'>> = {
  'com.apple.security.acme': 'acme',
  'com.apple.security.scep': 'scep',
  'com.apple.security.pkcs12': 'pkcs12',
}

export function finding(
  severity: FindingSeverity,
  code: RehearsalFindingCode,
  facts: RehearsalFinding['facts'] = {},
): RehearsalFinding {
  return { severity, code, facts }
}

export function isDict(value: unknown): value is Dict {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}

/** Own members only, without blanks at the ends; null for anything but a text. */
export function textAt(dict: Dict, key: string): string | null {
  const value = Object.hasOwn(dict, key) ? dict[key] : undefined
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 2000) : null
}

export function textsAt(dict: Dict, key: string): readonly string[] {
  const value = Object.hasOwn(dict, key) ? dict[key] : undefined
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string').slice(0, 50) : []
}

export function payloadsOf(profile: Dict): readonly Dict[] {
  const content = profile['PayloadContent']
  return Array.isArray(content) ? content.filter(isDict) : []
}

/** Empty where it is none. */
export function payloadType(payload: Dict): string {
  return textAt(payload, 'PayloadType') ?? ''
}

export function payloadsOfType(profile: Dict, type: string): readonly Dict[] {
  return payloadsOf(profile).filter((payload) => payload['PayloadType'] === type)
}

export function sameUuid(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one.toUpperCase() === other.toUpperCase()
}

/** A name for people: what is displayed, else the type. */
export function nameOf(payload: Dict): string {
  return (textAt(payload, 'PayloadDisplayName') ?? textAt(payload, 'PayloadType') ?? '–').slice(0, 100)
}

export function day(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}
