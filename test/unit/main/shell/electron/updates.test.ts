import { describe, expect, it, test } from 'vitest'
import { silentLog } from '../../../../../main/ports/log.ts'
import { shellTexts } from '../../../../../main/shell/electron/texts.ts'
import {
  createUpdateCheck,
  readUpdateUrl,
  requirePublisher,
  type Updater,
} from '../../../../../main/shell/electron/updates.ts'

const SERVER = 'https://updates.example.com/ade-desk/'

describe('the update server', () => {
  it('is nobody until an administrator names one', () => {
    expect(readUpdateUrl(undefined, undefined)).toBeUndefined()
    expect(readUpdateUrl('', undefined)).toBeUndefined()
  })

  it('is named by a variable, else by a file', () => {
    expect(readUpdateUrl(SERVER, '{"url":"https://other.example/"}')).toBe(SERVER)
    expect(readUpdateUrl(undefined, `{"url":"${SERVER}"}`)).toBe(SERVER)
  })

  it.each([
    'http://updates.example.com/',
    'file:///updates',
    'https://user:word@updates.example.com/',
    'updates',
    '//x/',
  ])('is never %s', (url) => {
    expect(() => readUpdateUrl(url, undefined)).toThrow('https')
    expect(() => readUpdateUrl(undefined, JSON.stringify({ url }))).toThrow('https')
  })

  it('is not read out of a file that says something else', () => {
    expect(() => readUpdateUrl(undefined, '{"url":"https://a.example/","allowDowngrade":true}')).toThrow()
    expect(() => readUpdateUrl(undefined, 'not json')).toThrow()
  })
})

test('a build without a publisher takes no updates: nothing would check whose they are', () => {
  expect(() => requirePublisher('provider: generic\nurl: https://x/\n')).toThrow('not signed')
  expect(() => requirePublisher('provider: generic\npublisherName:\n  - Example\n')).not.toThrow()
})

type FakeServer = {
  readonly isPackaged?: boolean
  readonly url?: string | null
  /** The newer version that lies there. */
  readonly version?: string
  readonly isBroken?: boolean
}

function fakeUpdates({ isPackaged = true, url = SERVER, version, isBroken = false }: FakeServer = {}) {
  const said: string[] = []
  const asked: unknown[] = []
  const updater: Updater = {
    autoDownload: false,
    autoInstallOnAppQuit: false,
    allowDowngrade: true,
    disableWebInstaller: false,
    logger: {},
    setFeedURL: (feed) => void asked.push(feed),
    checkForUpdates: async () => {
      if (isBroken) throw new Error('ENOTFOUND')
      return { isUpdateAvailable: version !== undefined, updateInfo: { version: version ?? '0.1.0' } }
    },
  }
  const check = createUpdateCheck({
    isPackaged,
    log: silentLog,
    findUrl: async () => url ?? undefined,
    loadUpdater: async () => updater,
  })
  const dialog = { showMessageBox: async ({ message }: { message: string }) => void said.push(message) }
  const run = async (isAsked: boolean) => {
    await check({ dialog: dialog as never, texts: () => shellTexts({ language: 'en' }, []), isAsked }) // its answer is not used
    return said
  }
  return { run, asked, updater }
}

test('without a server nothing is asked, and only who asks is told', async () => {
  const { run, asked } = fakeUpdates({ url: null })
  expect(await run(false)).toEqual([])
  expect(await run(true)).toEqual(['Updates are not switched on'])
  expect(asked).toEqual([])
})

test('from source nothing is asked, whatever is named', async () => {
  const { run, asked } = fakeUpdates({ isPackaged: false, version: '9.0.0' })
  await run(true)
  expect(asked).toEqual([])
})

test('the named server is asked for newer versions only, and an update is told', async () => {
  const { run, asked, updater } = fakeUpdates({ version: '9.0.0' })
  expect(await run(false)).toEqual(['An update is ready'])
  expect(asked).toEqual([{ provider: 'generic', url: SERVER }])
  expect(updater).toMatchObject({ allowDowngrade: false, disableWebInstaller: true, autoInstallOnAppQuit: true })
})

test('no update and no answer are told to whoever asked, and to nobody else', async () => {
  expect(await fakeUpdates().run(false)).toEqual([])
  expect(await fakeUpdates().run(true)).toEqual(['ADE Desk is up to date'])
  expect(await fakeUpdates({ isBroken: true }).run(false)).toEqual([])
  expect(await fakeUpdates({ isBroken: true }).run(true)).toEqual(['The update server did not answer as expected'])
})
