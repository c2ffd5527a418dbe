import type { notices as en } from '../en/notices.ts'
import type { Translated } from '../index.ts'

export const notices: Translated<typeof en> = {}
