import { findCode, findDomain } from '../../../shared/model/error-codes.ts'
import type { PasteKind, PasteOutcome } from '../../../shared/model/tree-pastes.ts'
import { excerptAt } from './excerpt.ts'
import { findBareCodes, findCodes, findStatuses, findWordings, type Hit } from './find-codes.ts'
import { foldText, tidyText } from './fold-text.ts'
import { readMac, type MacReading } from './read-mac.ts'

/** What a pasted text tells, the best explanation first. */
export type TextReading = {
  readonly findings: readonly TextFinding[]
  readonly mac: MacReading
  readonly isBlank: boolean
  /** True when the text was longer than is read: its beginning and its end were. */
  readonly isCut: boolean
}

export type TextFinding = {
  readonly domain: string
  /** Null where a domain stood without a code. */
  readonly code: string | null
  /** False for a code, or a domain, that the lists do not have: the domain's meaning is all there is to say. */
  readonly isKnown: boolean
  readonly outcome: PasteOutcome
  readonly tree: string | null
  readonly remedies: readonly string[]
  /** How often it was found. */
  readonly count: number
  /** The line it was found in first, without what may be secret; at most 200 characters. */
  readonly excerpt: string
}

/** Characters that are read; what is longer is read at both ends. */
export const MAX_TEXT = 1_000_000
const MAX_FINDINGS = 20

/**
 * Reads an error text, what a Mac printed, lines of a log, or what somebody typed off a screen, in English or German.
 * Pure, and linear in the length of the text.
 */
export function readText(text: string): TextReading {
  const isCut = text.length > MAX_TEXT
  const half = MAX_TEXT / 2
  const read = tidyText(isCut ? `${text.slice(0, half)}\n${text.slice(-half)}` : text)
  const folded = foldText(read)
  const sure = [...findCodes(read), ...findStatuses(folded)]
  const hits = [...sure, ...(sure.length === 0 ? findBareCodes(read) : []), ...findWordings(folded)]
  return { findings: rank(hits, read), mac: readMac(folded), isBlank: folded.trim() === '', isCut }
}

/** Causes before frames, codes before wordings; among equals what is met more often, then what came last. */
function rank(hits: readonly Hit[], text: string): readonly TextFinding[] {
  const groups = [...Map.groupBy(hits, ({ domain, code }) => `${domain} ${code}`).values()]
  return groups
    .map((group) => ({ group, score: scoreOf(group, hits), last: Math.max(...group.map(({ at }) => at)) }))
    .sort((a, b) => b.score - a.score || b.group.length - a.group.length || b.last - a.last)
    .slice(0, MAX_FINDINGS)
    .map(({ group }) => describe(group, text))
}

const ACTIVATION = 'com.apple.MobileActivation.ErrorDomain'

function scoreOf(group: readonly Hit[], all: readonly Hit[]): number {
  const [first] = group as [Hit]
  const isCode = group.some(({ isWording }) => !isWording)
  const isWeak = group.every((hit) => hit.isWeak)
  const isListed = findDomain(first.domain) !== undefined
  // The two together are a known pair: the certificate of the Mac is missing.
  const isPair = first.domain === ACTIVATION && first.code === '-4' && all.some(({ code }) => code === '34006')
  return (isListed ? 4 : 0) + (isWeak ? 0 : 4) + (isCode ? 1 : 0) + (isPair ? 8 : 0)
}

function describe(group: readonly Hit[], text: string): TextFinding {
  const [first] = group as [Hit]
  const domain = findDomain(first.domain)
  const code = domain && first.code !== null ? findCode(domain, first.code) : undefined
  const leads = code ?? domain
  return {
    domain: first.domain,
    code: first.code,
    isKnown: code !== undefined,
    outcome: leads?.outcome ?? 'unrecognised',
    tree: leads?.tree ?? null,
    remedies: leads?.remedies ?? [],
    count: group.length,
    excerpt: excerptAt(text, first.at, first.length),
  }
}

/** How a reading answers a node that asked for a text of this kind. */
export function pasteOutcome({ findings, mac, isBlank }: TextReading, kind: PasteKind): PasteOutcome {
  if (isBlank) return 'skipped'
  const said = findings[0]?.outcome ?? 'unrecognised'
  const status = statusOutcome(mac)
  if (kind === 'mac-status' && status) return status
  if (said !== 'unrecognised') return said
  if (mac.configuration !== null) return mac.configuration === 'shown' ? 'configuration-shown' : 'configuration-empty'
  return status ?? 'unrecognised'
}

function statusOutcome({ byAde, enrolled }: MacReading): PasteOutcome | undefined {
  if (enrolled === 'no') return 'not-enrolled'
  if (enrolled === null) return undefined
  return byAde ? 'enrolled-by-ade' : 'enrolled-otherwise'
}
