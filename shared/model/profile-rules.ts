import { PROFILE_KEYS, type FindingLevel, type ProfileBody, type ProfileFinding, type ProfileRule } from './profile.ts'

/** Texts with a bound, in characters: one for an é, one for an emoji without modifiers. */
const TEXT_LIMITS: Readonly<Record<string, readonly [maximum: number, code: string]>> = {
  profile_name: [125, 'CONFIG_NAME_INVALID'],
  department: [125, 'DEPARTMENT_INVALID'],
  org_magic: [256, 'MAGIC_INVALID'],
  support_phone_number: [50, 'SUPPORT_PHONE_INVALID'],
  support_email_address: [250, 'SUPPORT_EMAIL_INVALID'],
}
const MAX_URL_LENGTH = 2000
/** Serial numbers one definition may name. */
const MAX_DEVICES = 1000
const MALFORMED = 'MALFORMED_REQUEST_BODY'

/**
 * What Apple would refuse, with Apple's word for it. Several findings may come at once; none means that Apple takes it.
 * Source: Apple developer documentation, "Define a Profile", response codes (read August 2026).
 */
export function findErrors(body: unknown): readonly ProfileFinding[] {
  if (!isBody(body)) return [error('', MALFORMED, 'not-an-object')]
  return [...typeErrors(body), ...textErrors(body), ...urlErrors(body), ...localeErrors(body), ...flagErrors(body)]
}

export function isBody(body: unknown): body is ProfileBody {
  return typeof body === 'object' && body !== null && !Array.isArray(body)
}

/** A key of a wrong type is told as that and by no other rule: `text` and `flag` then give undefined. */
function typeErrors(body: ProfileBody): ProfileFinding[] {
  return Object.entries(PROFILE_KEYS).flatMap(([key, kind]) => {
    const value = body[key]
    if (value === undefined) return []
    if (kind === 'text') return typeof value === 'string' ? [] : [error(key, MALFORMED, 'wrong-type', { kind })]
    if (kind === 'flag') return typeof value === 'boolean' ? [] : [error(key, MALFORMED, 'wrong-type', { kind })]
    if (!Array.isArray(value)) return [error(key, MALFORMED, 'wrong-type', { kind })]
    return value.flatMap((item, at) => {
      if (typeof item !== 'string') return [error(`${key}[${at}]`, MALFORMED, 'wrong-type', { kind: 'text' })]
      return kind === 'certificates' && !isDerText(item) ? [error(`${key}[${at}]`, MALFORMED, 'certificate-form')] : []
    })
  })
}

function textErrors(body: ProfileBody): ProfileFinding[] {
  const missing =
    body['profile_name'] === undefined ? [error('profile_name', 'CONFIG_NAME_REQUIRED', 'name-required')] : []
  const wrong = Object.entries(TEXT_LIMITS).flatMap(([key, [maximum, code]]) => {
    const value = text(body, key)
    if (value === '') return [error(key, code, 'empty-text')]
    const length = value === undefined ? 0 : [...value].length
    return length > maximum ? [error(key, code, 'too-long', { length, maximum })] : []
  })
  return [...missing, ...wrong]
}

function urlErrors(body: ProfileBody): ProfileFinding[] {
  if (body['url'] === undefined) return [error('url', 'CONFIG_URL_REQUIRED', 'url-required')]
  const value = text(body, 'url')
  if (value === undefined) return []
  const code = 'CONFIG_URL_INVALID'
  if (value === '') return [error('url', code, 'empty-text')]
  const url = httpsUrl(value)
  if (!url) return [error('url', code, 'url-not-https')]
  const length = url.href.length
  return length > MAX_URL_LENGTH ? [error('url', code, 'too-long', { length, maximum: MAX_URL_LENGTH })] : []
}

/** Language by ISO 639-1 or -2, region by ISO 3166-1 alpha-2: which pairs Apple supports it does not tell. */
function localeErrors(body: ProfileBody): ProfileFinding[] {
  const language = text(body, 'language')
  const region = text(body, 'region')
  return [
    ...(language !== undefined && !/^[a-z]{2,3}$/.test(language)
      ? [error('language', 'LOCALE_INVALID', 'language-form', { value: language })]
      : []),
    ...(region !== undefined && !/^[A-Z]{2}$/.test(region)
      ? [error('region', 'LOCALE_INVALID', 'region-form', { value: region })]
      : []),
  ]
}

/** Apple takes an absent `is_mdm_removable` as true and an absent `is_supervised` as false. */
function flagErrors(body: ProfileBody): ProfileFinding[] {
  const isLocked = body['is_mdm_removable'] === false
  return isLocked && body['is_supervised'] !== true
    ? [error('is_mdm_removable', 'FLAGS_INVALID', 'removable-needs-supervision')]
    : []
}

/** What Apple takes although it is hardly meant so. */
export function findWarnings(body: ProfileBody): readonly ProfileFinding[] {
  const found: ProfileFinding[] = []
  const warn = (path: string, rule: ProfileRule, facts = {}) => found.push(finding('warning', path, rule, rule, facts))
  for (const key of Object.keys(body)) {
    if (key === 'profile_uuid') warn(key, 'own-uuid')
    else if (!Object.hasOwn(PROFILE_KEYS, key)) warn(key, 'unknown-key', { key })
  }
  const devices = texts(body, 'devices').length
  if (devices > MAX_DEVICES) warn('devices', 'too-many-devices', { count: devices, maximum: MAX_DEVICES })
  warnOfUrls(body, warn)
  if (body['is_multi_user'] === true && body['is_supervised'] !== true)
    warn('is_multi_user', 'multi-user-needs-supervision')
  if (body['auto_advance_setup'] === true && !(text(body, 'language') && text(body, 'region')))
    warn('auto_advance_setup', 'auto-advance-needs-locale')
  if (body['supervising_host_certs'] !== undefined && body['is_supervised'] !== true)
    warn('supervising_host_certs', 'hosts-unused')
  return found
}

type Say = (path: string, rule: ProfileRule, facts?: ProfileFinding['facts']) => void

function warnOfUrls(body: ProfileBody, warn: Say): void {
  const url = httpsUrl(text(body, 'url') ?? '')
  const web = text(body, 'configuration_web_url')
  const webUrl = httpsUrl(web ?? '')
  if (url && /^(\d{1,3}(\.\d{1,3}){3}|\[.*\])$/.test(url.hostname)) warn('url', 'url-is-an-address')
  if (web !== undefined && !webUrl) warn('configuration_web_url', 'web-url-not-https')
  if (url && webUrl && url.hostname !== webUrl.hostname)
    warn('configuration_web_url', 'web-url-other-host', { host: webUrl.hostname, other: url.hostname })
}

function text(body: ProfileBody, key: string): string | undefined {
  const value = body[key]
  return typeof value === 'string' ? value : undefined
}

export function texts(body: ProfileBody, key: string): readonly string[] {
  const value = body[key]
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

function httpsUrl(value: string): URL | undefined {
  const url = URL.canParse(value) ? new URL(value) : undefined
  return url?.protocol === 'https:' && url.hostname !== '' ? url : undefined
}

/** Base64 of a DER sequence on one line, without the lines of PEM. */
function isDerText(value: string): boolean {
  return value.length % 4 === 0 && /^M[A-P][A-Za-z0-9+/]+={0,2}$/.test(value)
}

function error(path: string, code: string, rule: ProfileRule, facts: ProfileFinding['facts'] = {}): ProfileFinding {
  return finding('error', path, code, rule, facts)
}

export function finding(
  level: FindingLevel,
  path: string,
  code: string,
  rule: ProfileRule,
  facts: ProfileFinding['facts'] = {},
): ProfileFinding {
  return { level, path, code, rule, facts }
}
