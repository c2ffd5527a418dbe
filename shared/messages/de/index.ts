import { assignments } from './assignments.ts'
import { common } from './common.ts'
import { credentials } from './credentials.ts'
import { devices } from './devices.ts'
import { diagnosisReport } from './diagnosis-report.ts'
import { errors } from './errors.ts'
import { evidence } from './evidence.ts'
import { frame } from './frame.ts'
import { groups } from './groups.ts'
import { imports } from './imports.ts'
import { netcheck } from './netcheck.ts'
import { notices } from './notices.ts'
import { overview } from './overview.ts'
import { profiles } from './profiles.ts'
import { reconcile } from './reconcile.ts'
import { reconcilePage } from './reconcile-page.ts'
import { registrationTokens } from './registration-tokens.ts'
import { rehearsal } from './rehearsal.ts'
import { reports } from './reports.ts'
import { settings } from './settings.ts'
import { shell } from './shell.ts'
import { sync } from './sync.ts'
import { time } from './time.ts'
import { tokens } from './tokens.ts'
import { troubleshoot } from './troubleshoot.ts'
import { ui } from './ui.ts'
import { vault } from './vault.ts'

export const de = {
  assignments,
  common,
  credentials,
  devices,
  diagnosisReport,
  errors,
  evidence,
  frame,
  groups,
  imports,
  netcheck,
  notices,
  overview,
  profiles,
  reconcile,
  reconcilePage,
  registrationTokens,
  rehearsal,
  reports,
  settings,
  shell,
  sync,
  time,
  tokens,
  troubleshoot,
  ui,
  vault,
} as const
