import type { profiles as en } from '../en/profiles.ts'
import type { Translated } from '../index.ts'
import { profileRules } from './profile-rules.ts'

export const profiles: Translated<typeof en> = { rules: profileRules }
