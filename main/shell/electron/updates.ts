import type { Dialog } from 'electron'
import { z } from 'zod'
import type { Log } from '../../ports/log.ts'
import type { ShellTexts } from './texts.ts'

/** As much of electron-updater as is used. It checks the signature of what it loads before it installs anything. */
export type Updater = {
  autoDownload: boolean
  autoInstallOnAppQuit: boolean
  allowDowngrade: boolean
  disableWebInstaller: boolean
  logger: null | object
  readonly setFeedURL: (feed: { readonly provider: 'generic'; readonly url: string }) => void
  readonly checkForUpdates: () => Promise<UpdateAnswer | null>
}

type UpdateAnswer = {
  readonly isUpdateAvailable: boolean
  readonly updateInfo: { readonly version: string }
  readonly downloadPromise?: Promise<unknown> | null | undefined
}

export type CheckForUpdates = (asking: {
  readonly dialog: Pick<Dialog, 'showMessageBox'>
  readonly texts: () => ShellTexts
  /** A person asked and waits for an answer; else only an update is worth a word. */
  readonly isAsked: boolean
}) => Promise<void>

const updateFile = z.strictObject({ url: z.string().max(2000) })

/**
 * The update server an administrator named in `ADE_DESK_UPDATE_URL` or in `updates.json` of the data folder; undefined,
 * and no request at all, where none is named. Only https, and no credentials in the address; anything else throws.
 */
export function readUpdateUrl(variable: string | undefined, file: string | undefined): string | undefined {
  const named = variable || (file === undefined ? undefined : updateFile.parse(JSON.parse(file)).url)
  if (!named) return undefined
  const url = URL.canParse(named) ? new URL(named) : undefined
  if (url?.protocol !== 'https:' || url.username || url.password) {
    throw new Error('the update server must be an https address without credentials')
  }
  return url.href
}

/**
 * Windows: what is installed must carry our publisher's signature, and only a build that was signed itself knows whose
 * that is. Without it the updater would check nothing, so there is no update. (macOS checks by itself.)
 */
export function requirePublisher(updateConfig: string): void {
  if (!/^publisherName:/m.test(updateConfig)) throw new Error('this build is not signed: it takes no updates')
}

type Options = {
  readonly isPackaged: boolean
  readonly log: Log
  readonly findUrl: () => Promise<string | undefined>
  /** Loaded only where a server is named. */
  readonly loadUpdater: () => Promise<Updater>
}

/** Asks the named server once and says what a person has to know. Nothing is asked from source or without a server. */
export function createUpdateCheck({ isPackaged, log, findUrl, loadUpdater }: Options): CheckForUpdates {
  return async ({ dialog, texts, isAsked }) => {
    const say = async (message: string, detail?: string) => {
      await dialog.showMessageBox({ type: 'info', message, ...(detail === undefined ? {} : { detail }) })
    }
    try {
      const words = texts().shell.updates
      const url = isPackaged ? await findUrl() : undefined
      if (url === undefined) return isAsked ? await say(words.offTitle, words.offDetail) : undefined
      const version = await fetchUpdate(prepare(await loadUpdater(), url))
      log.info('update.checked', { version: version ?? null })
      if (version !== undefined) await say(words.availableTitle, words.availableDetail(version))
      else if (isAsked) await say(words.noneTitle)
    } catch (error) {
      log.warn('update.failed', { error })
      const { failedTitle, failedDetail } = texts().shell.updates
      if (isAsked) await say(failedTitle, failedDetail)
    }
  }
}

/** An older version is never an update, and an installer that loads more on its own is none either. */
function prepare(updater: Updater, url: string): Updater {
  updater.autoDownload = true
  updater.autoInstallOnAppQuit = true
  updater.allowDowngrade = false
  updater.disableWebInstaller = true
  updater.logger = null
  updater.setFeedURL({ provider: 'generic', url })
  return updater
}

/** The version that lies ready now; undefined when there is none. */
async function fetchUpdate(updater: Updater): Promise<string | undefined> {
  const answer = await updater.checkForUpdates()
  if (!answer?.isUpdateAvailable) return undefined
  await answer.downloadPromise
  return answer.updateInfo.version
}
