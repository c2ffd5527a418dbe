import { assignments } from './assignments.ts'
import { common } from './common.ts'
import { devices } from './devices.ts'
import { errors } from './errors.ts'
import { frame } from './frame.ts'
import { groups } from './groups.ts'
import { netcheck } from './netcheck.ts'
import { notices } from './notices.ts'
import { overview } from './overview.ts'
import { profiles } from './profiles.ts'
import { reconcile } from './reconcile.ts'
import { settings } from './settings.ts'
import { shell } from './shell.ts'
import { sync } from './sync.ts'
import { time } from './time.ts'
import { tokens } from './tokens.ts'
import { ui } from './ui.ts'
import { vault } from './vault.ts'

export const en = {
  assignments,
  common,
  devices,
  errors,
  frame,
  groups,
  netcheck,
  notices,
  overview,
  profiles,
  reconcile,
  settings,
  shell,
  sync,
  time,
  tokens,
  ui,
  vault,
} as const
