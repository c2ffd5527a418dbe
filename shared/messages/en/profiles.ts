import { profileRules } from './profile-rules.ts'

export const profiles = { rules: profileRules } as const
