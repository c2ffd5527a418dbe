import { isTimeColumn } from '../../../../../shared/model/device-columns.ts'
import type { Device, DeviceFilter, DeviceSort } from '../../../../../shared/model/device.ts'

/** What the list promises, said the slow and obvious way over plain devices: the index must agree with it. */
export function naiveList(devices: readonly Device[], filter: DeviceFilter, sort: DeviceSort): readonly string[] {
  const direction = sort.direction === 'asc' ? 1 : -1
  return devices
    .filter((device) => belongs(device, filter))
    .sort((a, b) => {
      const [left, right] = [a[sort.column], b[sort.column]]
      if (left !== null && right !== null) {
        const order = compare(left, right, sort)
        if (order !== 0) return direction * order
      } else if (left !== right) return left === null ? 1 : -1
      return Buffer.compare(Buffer.from(a.serial), Buffer.from(b.serial))
    })
    .map(({ serial }) => serial)
}

function compare(left: string | number, right: string | number, { column }: DeviceSort): number {
  if (isTimeColumn(column)) return (left as number) - (right as number)
  const bytes = (value: string | number) => Buffer.from(column === 'serial' ? String(value) : lower(String(value)))
  return Buffer.compare(bytes(left), bytes(right))
}

export function belongs(device: Device, filter: DeviceFilter): boolean {
  const { search, group, tokenId, ...facets } = filter
  for (const [member, wanted] of Object.entries(facets)) {
    if (wanted !== undefined && lower(device[member as keyof typeof facets] ?? '') !== lower(wanted)) return false
  }
  if (tokenId !== undefined && device.tokenId !== tokenId) return false
  if (group !== undefined && device.group !== group && !device.group?.startsWith(`${group}/`)) return false
  if (!search) return true
  const { serial, assetTag, user, friendlyName, model, description } = device
  return [serial, assetTag, user, friendlyName, model, description].some(
    (text) => text !== null && lower(text).includes(lower(search)),
  )
}

const lower = (text: string) => text.normalize('NFC').toLowerCase().replaceAll('ς', 'σ')
