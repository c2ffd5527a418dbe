import type { sync as en } from '../en/sync.ts'
import type { Translated } from '../index.ts'

export const sync: Translated<typeof en> = {}
