import { Refusal } from './refusal.ts'

type Kind = 'text' | 'flag' | 'texts' | 'certificates'

/** Keys of a profile. Source: Apple developer documentation, pages "Profile" and "Define a Profile". */
const KEYS: Readonly<Record<string, Kind>> = {
  profile_name: 'text',
  url: 'text',
  allow_pairing: 'flag',
  anchor_certs: 'certificates',
  auto_advance_setup: 'flag',
  await_device_configured: 'flag',
  configuration_web_url: 'text',
  department: 'text',
  devices: 'texts',
  do_not_use_profile_from_backup: 'flag',
  is_mandatory: 'flag',
  is_mdm_removable: 'flag',
  is_multi_user: 'flag',
  is_return_to_service: 'flag',
  is_supervised: 'flag',
  language: 'text',
  region: 'text',
  org_magic: 'text',
  skip_setup_items: 'texts',
  supervising_host_certs: 'certificates',
  support_email_address: 'text',
  support_phone_number: 'text',
}

export const PROFILE_KEYS: readonly string[] = Object.keys(KEYS)

/** Length in characters, as people count them in UTF-8: one for `é`, one for an emoji without modifiers. */
const TEXT_LIMITS: readonly (readonly [key: string, maximum: number, code: string])[] = [
  ['profile_name', 125, 'CONFIG_NAME_INVALID'],
  ['department', 125, 'DEPARTMENT_INVALID'],
  ['org_magic', 256, 'MAGIC_INVALID'],
  ['support_phone_number', 50, 'SUPPORT_PHONE_INVALID'],
  ['support_email_address', 250, 'SUPPORT_EMAIL_INVALID'],
]

const URL_LENGTH = 2000

/** Refuses a profile for the first rule it breaks, with the service's word for it. */
export function checkProfile(profile: Readonly<Record<string, unknown>>): void {
  for (const [key, kind] of Object.entries(KEYS)) {
    if (profile[key] !== undefined && !IS_OF_KIND[kind](profile[key])) throw new Refusal(400, 'MALFORMED_REQUEST_BODY')
  }
  if (profile['profile_name'] === undefined) throw new Refusal(400, 'CONFIG_NAME_REQUIRED')
  if (profile['url'] === undefined) throw new Refusal(400, 'CONFIG_URL_REQUIRED')
  for (const [key, maximum, code] of TEXT_LIMITS) {
    const value = profile[key]
    if (typeof value === 'string' && (value === '' || [...value].length > maximum)) throw new Refusal(400, code)
  }
  if (!isHttps(profile['url'])) throw new Refusal(400, 'CONFIG_URL_INVALID')
  const isLocaleGood = isTextLike(profile['language'], /^[a-z]{2,3}$/) && isTextLike(profile['region'], /^[A-Z]{2}$/)
  if (!isLocaleGood) throw new Refusal(400, 'LOCALE_INVALID')
  if (profile['is_mdm_removable'] === false && profile['is_supervised'] !== true)
    throw new Refusal(400, 'FLAGS_INVALID')
}

const IS_OF_KIND: Readonly<Record<Kind, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string',
  flag: (value) => typeof value === 'boolean',
  texts: isTexts,
  certificates: (value) => isTexts(value) && value.every(isDerSequence),
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

/** Base64 of DER on one line, without the lines of PEM. */
function isDerSequence(text: string): boolean {
  return /^[A-Za-z0-9+/]+={0,2}$/.test(text) && Buffer.from(text, 'base64')[0] === 0x30
}

function isTextLike(value: unknown, form: RegExp): boolean {
  return value === undefined || (typeof value === 'string' && form.test(value))
}

function isHttps(value: unknown): boolean {
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined
  return url?.protocol === 'https:' && url.href.length <= URL_LENGTH
}
