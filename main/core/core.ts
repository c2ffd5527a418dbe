import type { CoreHandlers } from '../../shared/contract/index.ts'
import type { Log } from '../ports/log.ts'
import { createActivationService } from './activation/index.ts'
import { createAppService, type CheckStore } from './app/index.ts'
import { createAssignService, type DevicesOfProfile, type WishDevices } from './assign/index.ts'
import { createCredentialService, type CredentialService } from './credentials/index.ts'
import { createDeviceService, type DeviceReader, type DeviceService, type MoveDevices } from './devices/index.ts'
import { createDiagnosisService, createPortalFacts, createProbes, type DiagnosisService } from './diagnosis/index.ts'
import { createGroupService, type GroupService } from './groups/index.ts'
import { createImportService, type Importer, type ImportService } from './imports/index.ts'
import { createNetcheckService, type NetcheckService, type RunCheck } from './netcheck/index.ts'
import { createNoticeService, type NoticeService } from './notices/index.ts'
import type { CorePorts } from './ports.ts'
import { createProfileService, type ProfileService } from './profiles/index.ts'
import {
  createReconcileService,
  type KeepAnswers,
  type MakeReconciliation,
  type ReconcileService,
} from './reconcile/index.ts'
import { createRegistrationService } from './registration-tokens/index.ts'
import {
  createReportService,
  type ReportService,
  type ReportSources,
  type ReportTarget,
  type WriteReport,
} from './reports/index.ts'
import { createRehearsalService } from './rehearsal/index.ts'
import { createSettingsService, withLiveNetwork, type SettingsService } from './settings/index.ts'
import {
  createSyncService,
  type StartAssign,
  type StartRelease,
  type StartRun,
  type SyncService,
} from './sync/index.ts'
import { createTokenService, type RetireDevices, type TokenService } from './tokens/index.ts'
import { createVaultService, startAutoLock, type BackupWork, type Vault } from './vault/index.ts'

/** Where long work is done: in worker threads, or for a short-lived process right here. */
export type CoreJobs = {
  readonly reader: DeviceReader
  readonly moveDevices: MoveDevices
  readonly startRun: StartRun
  readonly startAssign: StartAssign
  readonly startRelease: StartRelease
  readonly wishDevices: WishDevices
  readonly devicesOfProfile: DevicesOfProfile
  readonly makeReconciliation: MakeReconciliation
  readonly keepAnswers: KeepAnswers
  readonly importer: Importer
  /** A file for a person, whole or not at all. */
  readonly openTarget: (path: string) => Promise<ReportTarget>
  readonly writeReport: WriteReport
  readonly reconciliation: ReportSources['reconciliation']
  readonly removeFile: (path: string) => Promise<void>
  readonly runNetworkCheck: RunCheck
  /** Without it this thread does it. */
  readonly retireDevices?: RetireDevices | undefined
  /** Without it this thread does it. */
  readonly backupWork?: BackupWork | undefined
  /** Reads the whole store once; without it this thread does. */
  readonly checkStore?: CheckStore | undefined
}

export type PushListener = (noun: string, verb: string, payload: unknown) => void

export type Core = {
  readonly log: Log
  readonly vault: Vault
  readonly tokens: TokenService
  readonly credentials: CredentialService
  readonly devices: DeviceService
  readonly diagnosis: DiagnosisService
  readonly sync: SyncService
  readonly groups: GroupService
  readonly imports: ImportService
  readonly notices: NoticeService
  readonly profiles: ProfileService
  readonly reconcile: ReconcileService
  readonly reports: ReportService
  readonly settings: SettingsService
  readonly netcheck: NetcheckService
  /** What the contract promises, noun by noun. */
  readonly handlers: CoreHandlers
  /** Every push of the contract; returns the function that stops listening. */
  readonly onPush: (listener: PushListener) => () => void
  /** From now on runs start when they are due, and the vault locks itself. Only a program that stays open calls this. */
  readonly startSchedule: () => void
  /** The screen was locked or the computer goes to sleep: a vault that locks itself does so now. */
  readonly personLeft: () => void
  /** Starts at once what is due: time has passed asleep, or the network is back. */
  readonly lookAtSchedule: () => void
  /** Cancels what is under way and waits until it is recorded. */
  readonly close: () => Promise<void>
}

/** The whole product, without a window and without the network: the list of its services. */
export function createCore(ports: CorePorts, jobs: CoreJobs): Core {
  const vault = createVaultService({ ...ports, backupWork: jobs.backupWork })
  const settings = createSettingsService({ ...ports, vault })
  const { openAdeClient, startRun, startAssign, startRelease } = withLiveNetwork(
    { ...ports, ...jobs },
    settings.network,
  )
  const tokens = createTokenService({ ...ports, openAdeClient, vault, retireDevices: jobs.retireDevices })
  const { isUnlocked: isVaultUnlocked } = vault
  const sync = createSyncService({
    ...ports,
    openAdeClient,
    tokens,
    isVaultUnlocked,
    startRun,
    startAssign,
    startRelease,
  })
  const devices = createDeviceService({ ...ports, ...jobs, refreshDevice: sync.refreshDevice })
  const groups = createGroupService({ ...ports, reader: jobs.reader })
  const credentials = createCredentialService({
    ...ports,
    openVppClient: (stoken) => ports.openVppClient(stoken, settings.network()),
    vault,
    tokens,
    settings: settings.current,
  })
  const reports = createReportService({
    ...ports,
    ...jobs,
    reader: jobs.reader,
    credentials: credentials.list,
  })
  const notices = createNoticeService({
    ...ports,
    failingReports: reports.failing,
    tokens: tokens.list,
    credentials: credentials.list,
    schedules: sync.schedules,
    vault: vault.status,
    settings: settings.current,
  })
  const countByProfile = async () =>
    new Map((await jobs.reader.countByProfile()).map(({ value, count }) => [value?.toUpperCase() ?? '', count]))
  const profiles = createProfileService({
    ...ports,
    openAdeClient,
    openMdmServer: () => ports.openMdmServer(settings.network()),
    tokens,
    countByProfile,
  })
  const assignments = createAssignService({
    ...ports,
    ...jobs,
    tokens,
    runAssign: sync.assign,
    runRelease: sync.release,
  })
  const activation = createActivationService({ ...ports, openAdeClient, tokens, vault })
  const registrationTokens = createRegistrationService({ ...ports, vault, reader: jobs.reader })
  const netcheck = createNetcheckService({ ...ports, ...jobs, network: settings.network })
  const rehearsal = createRehearsalService({
    ...ports,
    network: settings.network,
    certificates: ports.network.extraCertificates,
    pushTopics: () => credentials.list().flatMap(({ push }) => (push ? [push.topic] : [])),
  })
  const imports = createImportService({ ...ports, importer: jobs.importer })
  const reconcile = createReconcileService({ ...ports, ...jobs, openAdeClient, tokens })
  const diagnosis = createDiagnosisService({
    ...ports,
    openAdeClient,
    network: ports.network,
    vault,
    tokens,
    effectiveToken: groups.effectiveToken,
    schedules: sync.schedules,
    reader: jobs.reader,
    ...createProbes({ netcheck, rehearsal, network: settings.network }),
    portalFacts: createPortalFacts(reconcile.handlers),
  })
  const app = createAppService({ ...ports, vault, checkStore: jobs.checkStore })

  const listeners = new Set<PushListener>()
  const push: PushListener = (...message) => {
    for (const listener of listeners) listener(...message)
  }
  vault.onChanged((status) => {
    push('vault', 'changed', status)
    // A restore brings tokens and settings along.
    push('tokens', 'changed', { ids: [] })
    settings.announce()
  })
  vault.onRestored(() => {
    groups.look()
    push('profiles', 'changed', null)
    push('reports', 'changed', null)
    push('credentials', 'changed', null)
    push('registrationTokens', 'changed', { serials: [] })
  })
  tokens.onChanged((ids) => {
    push('tokens', 'changed', { ids })
    // A token that comes or goes is a page of its group.
    groups.look()
  })
  devices.onChanged((change) => {
    push('devices', 'changed', change)
    registrationTokens.settle()
    // The reader looks at the store each second: this is how a change by another process is noticed.
    groups.look()
  })
  sync.onProgress((progress) => push('sync', 'progress', progress))
  sync.onChanged((tokenId) => {
    push('sync', 'changed', { tokenId })
    // A run moves the token's counts, times and state.
    push('tokens', 'changed', { ids: [tokenId] })
    push('credentials', 'changed', null)
  })

  diagnosis.onChanged((id) => push('diagnosis', 'changed', { id }))
  profiles.onChanged(() => push('profiles', 'changed', null))
  credentials.onChanged(() => push('credentials', 'changed', null))
  // Tokens and profiles are lines of that list, and its levels are a setting.
  tokens.onChanged(() => push('credentials', 'changed', null))
  profiles.onChanged(() => push('credentials', 'changed', null))
  settings.onChanged(() => push('credentials', 'changed', null))
  groups.onChanged(({ rescheduled }) => {
    sync.replan(rescheduled)
    push('groups', 'changed', null)
    // A token is shown with the path of its group.
    push('tokens', 'changed', { ids: [] })
  })
  registrationTokens.onChanged((serials) => push('registrationTokens', 'changed', { serials }))
  reconcile.onChanged(() => push('reconcile', 'changed', null))
  reports.onProgress((work) => push('reports', 'progress', work))
  reports.onChanged(() => push('reports', 'changed', null))
  settings.onChanged((changed) => push('settings', 'changed', changed))
  vault.onChanged(notices.refresh)
  tokens.onChanged(notices.refresh)
  sync.onChanged(notices.refresh)
  settings.onChanged(notices.refresh)
  credentials.onChanged(notices.refresh)
  reports.onChanged(notices.refresh)
  notices.onChanged((list) => push('notices', 'changed', list))
  notices.onRaised((notice) => push('notices', 'raised', notice))

  let schedule: ReturnType<typeof sync.startSchedule> | undefined
  let termsChecks: { readonly stop: () => void } | undefined
  let autoLock: ReturnType<typeof startAutoLock> | undefined
  let stokenChecks: { readonly stop: () => void } | undefined
  let heartbeat: { readonly stop: () => void } | undefined
  let reportExports: { readonly stop: () => Promise<void> } | undefined
  return {
    log: ports.log,
    vault,
    tokens,
    credentials,
    devices,
    diagnosis,
    sync,
    groups,
    imports,
    notices,
    profiles,
    reconcile,
    reports,
    settings,
    netcheck,
    handlers: {
      activation: activation.handlers,
      app: app.handlers,
      vault: vault.handlers,
      tokens: tokens.handlers,
      credentials: credentials.handlers,
      devices: devices.handlers,
      diagnosis: diagnosis.handlers,
      sync: sync.handlers,
      groups: groups.handlers,
      assignments: assignments.handlers,
      notices: notices.handlers,
      profiles: profiles.handlers,
      reconcile: reconcile.handlers,
      reports: reports.handlers,
      registrationTokens: registrationTokens.handlers,
      imports: imports.handlers,
      settings: settings.handlers,
      rehearsal: rehearsal.handlers,
      netcheck: netcheck.handlers,
    },
    onPush(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    startSchedule() {
      schedule ??= sync.startSchedule()
      termsChecks ??= tokens.startTermsChecks()
      heartbeat ??= notices.start()
      reportExports ??= reports.startSchedule()
      stokenChecks ??= credentials.startChecks()
      autoLock ??= startAutoLock({ ...ports, vault, minutes: () => settings.current().autoLockMinutes })
    },
    personLeft: () => autoLock?.away(),
    lookAtSchedule: () => schedule?.look(),
    async close() {
      schedule?.stop()
      termsChecks?.stop()
      stokenChecks?.stop()
      autoLock?.stop()
      heartbeat?.stop()
      await reportExports?.stop()
      await sync.close()
      await tokens.close()
      vault.lock()
    },
  }
}
