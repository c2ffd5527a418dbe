import { activation } from './activation.ts'
import { app } from './app.ts'
import { assignments } from './assignments.ts'
import { credentials } from './credentials.ts'
import { devices } from './devices.ts'
import { diagnosis } from './diagnosis.ts'
import { groups } from './groups.ts'
import { imports } from './imports.ts'
import { netcheck } from './netcheck.ts'
import { notices } from './notices.ts'
import { profiles } from './profiles.ts'
import { reconcile } from './reconcile.ts'
import { registrationTokens } from './registration-tokens.ts'
import { rehearsal } from './rehearsal.ts'
import { reports } from './reports.ts'
import { settings } from './settings.ts'
import { sync } from './sync.ts'
import { tokens } from './tokens.ts'
import { vault } from './vault.ts'
import type { Client, Handlers } from './define.ts'
import { desktop } from './desktop.ts'

/** The only list of calls between the page (or the command line) and the core. */
export const contract = {
  app,
  activation,
  assignments,
  credentials,
  vault,
  tokens,
  devices,
  diagnosis,
  groups,
  imports,
  sync,
  netcheck,
  notices,
  profiles,
  reconcile,
  reports,
  registrationTokens,
  settings,
  rehearsal,
} as const

export type CoreHandlers = Handlers<typeof contract>
export type CoreApi = Client<typeof contract>
export type DesktopHandlers = Handlers<typeof desktop>
export type DesktopApi = Client<typeof desktop>

export { desktop }
