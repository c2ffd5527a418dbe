import type { tokens as en } from '../en/tokens.ts'
import type { Translated } from '../index.ts'

export const tokens: Translated<typeof en> = {}
