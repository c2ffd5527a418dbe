import type { vault as en } from '../en/vault.ts'
import type { Translated } from '../index.ts'

export const vault: Translated<typeof en> = {}
