import type { DeviceRow, RowPatch } from './row.ts'

/**
 * Rows as clients have met them, or must survive: absent, empty, unknown, hostile. Each is laid over a good row.
 */
export const AWKWARD = {
  unknownFamily: { device_family: 'FooPad', os: 'fooOS', model: 'FOOPAD' },
  noColor: { color: undefined },
  emptyDates: { device_assigned_date: '', profile_assign_time: '', profile_push_time: '', mdm_migration_deadline: '' },
  assignedByMinusOne: { device_assigned_by: '-1' },
  controlCharacters: { description: 'IPAD\u0000\u0007 \u001b[31mRED\u001b[0m\r\nSECOND LINE\tTAB\u2028' },
  rightToLeft: { asset_tag: 'مختبر ٣', description: 'אייפד \u202eDAPI' },
  emoji: { asset_tag: '📱👩🏽‍🏫 room 7', color: '🟦' },
  unknownKeys: { x_vendor_note: { nested: [1, 'two', null] }, future_flag: true },
  shortUuid: { profile_status: '', profile_uuid: '88FC4E378FEA4021A94B2D7268FBF76' },
  emptyUuid: { profile_status: 'empty', profile_uuid: '' },
  lowerUuid: { profile_status: 'assigned', profile_uuid: '88fc4e378fea4021a94b2d7268fbf767' },
  formula: { asset_tag: '=HYPERLINK("http://example.invalid","click")' },
  nulls: { color: null, asset_tag: null, imei: null },
  long: { description: 'X'.repeat(4000) },
  numbersAndBlanks: { asset_tag: 9007199254740991, imei: ['35 0000 000000 0', ''] },
  unknownStatus: { profile_status: 'suspended' },
  junkDate: { device_assigned_date: 'yesterday', profile_assign_time: '0001-01-01T00:00:00Z' },
} satisfies Record<string, RowPatch>

const PATCHES: readonly RowPatch[] = Object.values(AWKWARD)

/** The row with one of these laid over it, or nothing but its serial number. */
export function awkward(row: DeviceRow, chance: number): DeviceRow {
  const patch = PATCHES[chance % (PATCHES.length + 1)]
  return patch === undefined ? { serial_number: row.serial_number } : { ...row, ...patch }
}
