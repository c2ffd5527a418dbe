import type { overview as en } from '../en/overview.ts'
import type { Translated } from '../index.ts'

export const overview: Translated<typeof en> = {}
