import type { ProfileBody, ProfileFinding, ProfileRule } from './profile.ts'
import { finding, texts } from './profile-rules.ts'
import { findSkipKey } from './setup-assistant.ts'

/**
 * Recommendations apart from what Apple checks: most profiles are better with them, some are right without.
 * Source: the FAQ of the product's console and Apple's page Profile; `auto_advance_setup` and skipped panes as documented there.
 */
export function findAdvice(body: ProfileBody): readonly ProfileFinding[] {
  const found: ProfileFinding[] = []
  const advise = (path: string, rule: ProfileRule, facts = {}) => found.push(finding('advice', path, rule, rule, facts))
  const isOn = (key: string) => body[key] === true

  if (!isOn('is_supervised')) advise('is_supervised', 'not-supervised')
  else if (body['is_mdm_removable'] !== false) advise('is_mdm_removable', 'removable')
  if (!isOn('is_mandatory')) advise('is_mandatory', 'not-mandatory')
  if (isOn('await_device_configured')) advise('await_device_configured', 'await-needs-release')
  if (isOn('is_multi_user') || isOn('is_return_to_service'))
    advise(isOn('is_multi_user') ? 'is_multi_user' : 'is_return_to_service', 'no-migration')
  if (body['allow_pairing'] !== undefined) advise('allow_pairing', 'pairing-deprecated')
  if (texts(body, 'devices').length > 0) advise('devices', 'devices-left-out')
  return [...found, ...skipAdvice(body)]
}

function skipAdvice(body: ProfileBody): readonly ProfileFinding[] {
  const skipped = texts(body, 'skip_setup_items')
  const isSkipped = new Set(skipped)
  const found: ProfileFinding[] = []
  const say = (level: 'warning' | 'advice', rule: ProfileRule, key: string) =>
    found.push(finding(level, `skip_setup_items[${skipped.indexOf(key)}]`, rule, rule, { key }))

  for (const [key, count] of countOf(skipped)) {
    const known = findSkipKey(key)
    if (!known) say('warning', 'unknown-skip-key', key)
    else if (known.legacy) say('warning', 'legacy-skip-key', key)
    if (count > 1) say('warning', 'repeated-skip-key', key)
  }
  if (isSkipped.has('Location')) say('advice', 'location-skipped', 'Location')
  if (isSkipped.has('Passcode')) say('advice', 'no-passcode', 'Passcode')
  if (isSkipped.has('SIMSetup')) say('advice', 'no-automatic-esim', 'SIMSetup')
  if (isSkipped.has('Restore') && !isSkipped.has('Android')) say('advice', 'restore-hides-android', 'Restore')
  if (isSkipped.has('AppleID') && !isSkipped.has('TOS')) say('advice', 'terms-still-shown', 'AppleID')
  if (body['auto_advance_setup'] === true && skipped.length > 0) say('advice', 'auto-advance-skips-all', skipped[0]!)
  return found
}

function countOf(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}
