/** Parts of the editor, in the order of the console; then what became of the profile. */
export const SECTIONS = ['authentication', 'features', 'assistant', 'accounts', 'summary', 'versions'] as const
export type SectionName = (typeof SECTIONS)[number]

/** Where a member is edited: what nobody knows stands in the summary. */
export function sectionOf(member: string): SectionName {
  if (member === 'configuration_web_url') return 'authentication'
  if (member === 'skip_setup_items') return 'assistant'
  return FEATURES.has(member) ? 'features' : 'summary'
}

export const TEXT_MEMBERS = [
  'profile_name',
  'department',
  'support_phone_number',
  'support_email_address',
  'url',
  'org_magic',
] as const

export const SUPERVISION_MEMBERS = ['is_supervised', 'is_mandatory', 'is_mdm_removable', 'is_multi_user'] as const

export const SETUP_MEMBERS = ['await_device_configured', 'auto_advance_setup'] as const

export const LOCALE_MEMBERS = ['language', 'region'] as const

/** Newer than the console's form, or no longer advised. */
export const OTHER_MEMBERS = ['is_return_to_service', 'do_not_use_profile_from_backup', 'allow_pairing'] as const

export const CERTIFICATE_MEMBERS = ['anchor_certs', 'supervising_host_certs'] as const

export type TextMember = (typeof TEXT_MEMBERS)[number] | (typeof LOCALE_MEMBERS)[number] | 'configuration_web_url'
export type FlagMember =
  (typeof SUPERVISION_MEMBERS)[number] | (typeof SETUP_MEMBERS)[number] | (typeof OTHER_MEMBERS)[number]
export type CertificateMember = (typeof CERTIFICATE_MEMBERS)[number]

const FEATURES: ReadonlySet<string> = new Set([
  ...TEXT_MEMBERS,
  ...SUPERVISION_MEMBERS,
  ...SETUP_MEMBERS,
  ...LOCALE_MEMBERS,
  ...OTHER_MEMBERS,
  ...CERTIFICATE_MEMBERS,
])

/** What Apple takes where a flag is not sent. Source: Apple developer documentation, page Profile (read August 2026). */
export const ABSENT_MEANS: Readonly<Record<FlagMember, boolean>> = {
  is_supervised: false,
  is_mandatory: false,
  is_mdm_removable: true,
  is_multi_user: false,
  await_device_configured: false,
  auto_advance_setup: false,
  is_return_to_service: false,
  do_not_use_profile_from_backup: false,
  allow_pairing: true,
}
