import type { Credential } from '../../../shared/model/credential.ts'
import type { TokenContact } from '../../../shared/model/token.ts'
import { BYTE_ORDER_MARK, csvText, LINE_END } from '../reports/index.ts'

const COLUMNS: readonly (readonly [title: string, valueOf: (credential: Credential) => string | number | null])[] = [
  ['kind', ({ kind }) => kind],
  ['name', ({ name }) => name],
  ['expiresAt', ({ expiresAt }) => new Date(expiresAt).toISOString()],
  ['daysLeft', ({ daysLeft }) => daysLeft],
  ['level', ({ level }) => level],
  ['state', ({ state }) => state],
  ['stateSince', ({ stateSince }) => (stateSince === null ? null : new Date(stateSince).toISOString())],
  ['owner', ({ owner }) => owner?.name ?? null],
  ['ownerEmail', ({ owner }) => owner?.email ?? null],
  ['deputy', ({ deputy }) => deputy?.name ?? null],
  ['deputyEmail', ({ deputy }) => deputy?.email ?? null],
  ['account', ({ account }) => account],
  ['organization', ({ organization }) => organization],
  ['topic', ({ push }) => push?.topic ?? null],
  ['note', ({ note }) => note],
]

/** The list for spreadsheets: RFC 4180, UTF-8 with a mark, no cell that runs as a formula. Holds nothing secret. */
export function writeCredentialCsv(credentials: readonly Credential[]): string {
  const rows = credentials.map((credential) => COLUMNS.map(([, valueOf]) => cell(valueOf(credential))).join(','))
  return BYTE_ORDER_MARK + [COLUMNS.map(([title]) => title).join(','), ...rows, ''].join(LINE_END)
}

/** "Ada Lovelace <ada@example.com>". */
export function contactText(person: TokenContact | null): string | null {
  if (!person) return null
  const { name, email } = person
  return name !== null && email !== null ? `${name} <${email}>` : (name ?? email)
}

/** Numbers are no texts: a negative one is not taken for a formula. */
function cell(value: string | number | null): string {
  return typeof value === 'number' ? String(value) : csvText(value ?? '')
}
