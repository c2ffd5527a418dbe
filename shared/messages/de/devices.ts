import type { devices as en } from '../en/devices.ts'
import type { Translated } from '../index.ts'

export const devices: Translated<typeof en> = {}
