import { describe, expect, it } from 'vitest'
import { checkProfileText } from '../../../../../main/core/profiles/index.ts'
import { messagesIn } from '../../../../../shared/messages/index.ts'
import { PROFILE_RULES, type JsonValue, type ProfileRule } from '../../../../../shared/model/profile.ts'

const NOW = Date.UTC(2026, 10, 22)
const RECOMMENDED = {
  profile_name: 'Berlin',
  url: 'https://mdm.example.com/enroll',
  is_supervised: true,
  is_mandatory: true,
  is_mdm_removable: false,
}

function rulesOf(change: Readonly<Record<string, JsonValue | undefined>>): readonly string[] {
  const { errors, warnings, advice } = checkProfileText(JSON.stringify({ ...RECOMMENDED, ...change }), NOW)
  return [...errors, ...warnings, ...advice].map(({ rule }) => rule)
}

const skip = (...keys: string[]) => ({ skip_setup_items: keys })

const CASES: readonly (readonly [
  rules: readonly ProfileRule[],
  change: Readonly<Record<string, JsonValue | undefined>>,
])[] = [
  [[], {}],
  [['not-supervised'], { is_supervised: undefined, is_mdm_removable: undefined }],
  [['removable'], { is_mdm_removable: true }],
  [['removable'], { is_mdm_removable: undefined }],
  [['not-mandatory'], { is_mandatory: false }],
  [['await-needs-release'], { await_device_configured: true }],
  [['no-migration'], { is_multi_user: true }],
  [['no-migration'], { is_return_to_service: true }],
  [['pairing-deprecated'], { allow_pairing: false }],
  [['location-skipped'], skip('Location')],
  [['no-passcode'], skip('Passcode')],
  [['no-automatic-esim'], skip('SIMSetup')],
  [['restore-hides-android'], skip('Restore')],
  [[], skip('Restore', 'Android')],
  [['terms-still-shown'], skip('AppleID')],
  [[], skip('AppleID', 'TOS')],
  [['unknown-skip-key'], skip('location')],
  [['legacy-skip-key'], skip('Registration')],
  [['repeated-skip-key'], skip('Siri', 'Siri')],
  [['auto-advance-needs-locale'], { auto_advance_setup: true, language: 'de' }],
  [['auto-advance-skips-all'], { auto_advance_setup: true, language: 'de', region: 'DE', ...skip('Siri') }],
  [['unknown-key'], { is_very_special: true }],
  [['own-uuid'], { profile_uuid: 'ABC' }],
  [['too-many-devices', 'devices-left-out'], { devices: Array.from({ length: 1001 }, (_, index) => `S${index}`) }],
  [['devices-left-out'], { devices: Array.from({ length: 1000 }, (_, index) => `S${index}`) }],
  [[], { devices: [] }],
  [['url-is-an-address'], { url: 'https://10.0.0.8/enroll' }],
  [['web-url-not-https'], { configuration_web_url: 'http://mdm.example.com/web' }],
  [['web-url-other-host'], { configuration_web_url: 'https://login.example.com/web' }],
  [[], { configuration_web_url: 'https://mdm.example.com/web' }],
]

describe('warnings and advice', () => {
  it.each(CASES)('%s', (rules, change) => expect(rulesOf(change)).toEqual(rules))

  it('every rule has its words in every language, and they name no missing fact', () => {
    const facts = {
      kind: 'text',
      length: 2,
      maximum: 1,
      value: 'v',
      key: 'k',
      count: 2,
      host: 'h',
      other: 'o',
      subject: 's',
      date: 'd',
    }
    const said = (['en', 'de'] as const).flatMap((language) =>
      PROFILE_RULES.map((rule) => messagesIn(language).profiles.rules[rule](facts)),
    )
    expect(said.filter((words) => words.length < 10 || words.includes('undefined'))).toEqual([])
  })
})
