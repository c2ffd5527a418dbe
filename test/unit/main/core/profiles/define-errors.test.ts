import { describe, expect, it } from 'vitest'
import { checkProfile } from '../../../../../main/simulator/profile-rules.ts'
import { Refusal } from '../../../../../main/simulator/refusal.ts'
import { checkProfileText } from '../../../../../main/core/profiles/index.ts'
import type { JsonValue } from '../../../../../shared/model/profile.ts'

const GOOD = { profile_name: 'Berlin', url: 'https://mdm.example.com/enroll' }
const NOW = Date.UTC(2026, 10, 22)

type Case = readonly [about: string, code: string, wrong: Body, inside: Body]
type Body = Readonly<Record<string, JsonValue>>

const { profile_name: _name, ...NAMELESS } = GOOD
const { url: _url, ...WITHOUT_URL } = GOOD
const address = (length: number) => `https://mdm.example.com/${'a'.repeat(length - 'https://mdm.example.com/'.length)}`

/** A text of so many characters of each kind: one byte, two bytes, four bytes. */
const LETTERS = ['x', 'é', '🍏'] as const
const bounded = (key: string, maximum: number, code: string): readonly Case[] => [
  ...LETTERS.map((letter): Case => {
    const [long, full] = [letter.repeat(maximum + 1), letter.repeat(maximum)]
    return [`${key}: ${maximum + 1} × ${letter}`, code, { ...GOOD, [key]: long }, { ...GOOD, [key]: full }]
  }),
  [`${key}: empty`, code, { ...GOOD, [key]: '' }, { ...GOOD, [key]: 'x' }],
]

const CASES: readonly Case[] = [
  ['no name', 'CONFIG_NAME_REQUIRED', NAMELESS, GOOD],
  ...bounded('profile_name', 125, 'CONFIG_NAME_INVALID'),
  ...bounded('department', 125, 'DEPARTMENT_INVALID'),
  ...bounded('org_magic', 256, 'MAGIC_INVALID'),
  ...bounded('support_phone_number', 50, 'SUPPORT_PHONE_INVALID'),
  ...bounded('support_email_address', 250, 'SUPPORT_EMAIL_INVALID'),
  ['no address', 'CONFIG_URL_REQUIRED', WITHOUT_URL, GOOD],
  ['empty address', 'CONFIG_URL_INVALID', { ...GOOD, url: '' }, GOOD],
  ['plain http', 'CONFIG_URL_INVALID', { ...GOOD, url: 'http://mdm.example.com/' }, GOOD],
  ['2001 characters', 'CONFIG_URL_INVALID', { ...GOOD, url: address(2001) }, { ...GOOD, url: address(2000) }],
  [
    'characters that are longer when encoded',
    'CONFIG_URL_INVALID',
    { ...GOOD, url: `https://mdm.example.com/${'é'.repeat(330)}` },
    { ...GOOD, url: `https://mdm.example.com/${'é'.repeat(329)}` },
  ],
  [
    'not removable and not supervised',
    'FLAGS_INVALID',
    { ...GOOD, is_mdm_removable: false },
    { ...GOOD, is_mdm_removable: false, is_supervised: true },
  ],
  ['a long language', 'LOCALE_INVALID', { ...GOOD, language: 'germ' }, { ...GOOD, language: 'deu' }],
  ['an empty language', 'LOCALE_INVALID', { ...GOOD, language: '' }, { ...GOOD, language: 'de' }],
  ['a long region', 'LOCALE_INVALID', { ...GOOD, region: 'DEU' }, { ...GOOD, region: 'DE' }],
  ['a flag as a text', 'MALFORMED_REQUEST_BODY', { ...GOOD, is_supervised: 'true' }, { ...GOOD, is_supervised: true }],
  [
    'a certificate as PEM',
    'MALFORMED_REQUEST_BODY',
    { ...GOOD, anchor_certs: ['-----BEGIN CERTIFICATE-----'] },
    { ...GOOD, anchor_certs: ['MIIBAAAA'] },
  ],
  [
    'a list of numbers',
    'MALFORMED_REQUEST_BODY',
    { ...GOOD, skip_setup_items: [1] },
    { ...GOOD, skip_setup_items: ['Siri'] },
  ],
]

const codesOf = (body: Body) => checkProfileText(JSON.stringify(body), NOW).errors.map(({ code }) => code)

function saidBySimulator(body: Body): string | undefined {
  try {
    checkProfile(body)
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

describe("every refusal of Apple's is told before Apple is asked", () => {
  it.each(CASES)('%s: %s', (_about, code, wrong, inside) => {
    expect([codesOf(wrong), saidBySimulator(wrong)]).toEqual([[code], code])
    expect([codesOf(inside), saidBySimulator(inside)]).toEqual([[], undefined])
  })
})

describe('what is no profile', () => {
  it.each(['', 'null', '[]', '"text"', '{"a":', '{}}'])('%s', (text) => {
    expect(checkProfileText(text, NOW)).toMatchObject({
      valid: false,
      errors: [{ path: '', code: 'MALFORMED_REQUEST_BODY' }],
    })
  })

  it('a byte order mark in front is none of its characters', () => {
    expect(checkProfileText(`\uFEFF${JSON.stringify(GOOD)}`, NOW).valid).toBe(true)
  })
})
