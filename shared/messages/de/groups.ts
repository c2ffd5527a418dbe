import type { groups as en } from '../en/groups.ts'
import type { Translated } from '../index.ts'

export const groups: Translated<typeof en> = {}
