import { common } from './common.ts'
import { devices } from './devices.ts'
import { frame } from './frame.ts'
import { groups } from './groups.ts'
import { notices } from './notices.ts'
import { overview } from './overview.ts'
import { settings } from './settings.ts'
import { sync } from './sync.ts'
import { tokens } from './tokens.ts'
import { vault } from './vault.ts'

export const en = { common, devices, frame, groups, notices, overview, settings, sync, tokens, vault } as const
