import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { createLeaving } from '../../../../../main/shell/electron/leaving.ts'
import type { ShellStatus } from '../../../../../main/shell/electron/shell-status.ts'
import { shellTexts } from '../../../../../main/shell/electron/texts.ts'
import { silentLog } from '../../../../../main/ports/log.ts'
import { IN_ORDER } from './status-fixture.ts'

const RUNNING: ShellStatus = { ...IN_ORDER, running: ['Berlin'] }
const STAYS = { ...IN_ORDER, settings: { ...IN_ORDER.settings, startAtLogin: true } }

function fakeProgram(platform: NodeJS.Platform, status: ShellStatus, answer = 0) {
  const done: string[] = []
  let now = status
  const app = Object.assign(new EventEmitter(), {
    quit: () => {
      done.push('quit')
      let isPrevented = false
      app.emit('before-quit', { preventDefault: () => (isPrevented = true) })
      if (isPrevented) done.push('stays')
    },
    exit: () => void done.push('exit'),
  })
  const dialog = {
    showMessageBox: async ({ message, defaultId }: { message: string; defaultId: number }) => {
      done.push(`${message} [${defaultId}]`)
      return { response: answer, checkboxChecked: false }
    },
  }
  const window = Object.assign(new EventEmitter(), { hide: () => void done.push('hide') })
  const leaving = createLeaving({
    app,
    dialog,
    desktop: {
      status: () => now,
      texts: () => shellTexts({ language: 'en' }, []),
      say: (title: string) => void done.push(title),
    },
    platform,
    log: silentLog,
  } as unknown as Parameters<typeof createLeaving>[0])
  leaving.attend(window as unknown as Parameters<typeof leaving.attend>[0])
  const close = () => {
    let isPrevented = false
    window.emit('close', { preventDefault: () => (isPrevented = true) })
    return isPrevented ? 'stays' : 'closes'
  }
  const become = (next: ShellStatus) => {
    now = next
    leaving.follow(next)
  }
  const settle = () => new Promise((resolve) => setImmediate(resolve))
  return { app, window, leaving, done, close, become, settle }
}

test('a window closed while nothing runs closes', () => {
  expect(fakeProgram('win32', IN_ORDER).close()).toBe('closes')
})

test('a window closed during a run is hidden and says so; the program ends with the run', () => {
  const { close, become, done } = fakeProgram('win32', RUNNING)
  expect(close()).toBe('stays')
  expect(done).toEqual(['hide', 'ADE Desk goes on reading'])
  become(RUNNING)
  become(IN_ORDER)
  expect(done.slice(2)).toEqual(['quit'])
})

test('a window that was shown again keeps the program after the run', () => {
  const { close, become, leaving, done } = fakeProgram('linux', RUNNING)
  close()
  leaving.shown()
  become(IN_ORDER)
  expect(done).not.toContain('quit')
})

test('a program that starts with the session stays in the tray, silently and after runs too', () => {
  const { close, become, done } = fakeProgram('linux', STAYS)
  expect(close()).toBe('stays')
  become({ ...STAYS, running: ['Berlin'] })
  become(STAYS)
  expect(done).toEqual(['hide'])
})

test('on macOS a window always closes and the program stays', () => {
  const { close, app, done } = fakeProgram('darwin', RUNNING)
  expect(close()).toBe('closes')
  app.emit('window-all-closed')
  expect(done).toEqual([])
})

test('leaving during a run is asked about, and the answer that keeps everything is the default one', async () => {
  const { app, done, settle } = fakeProgram('win32', RUNNING, 0)
  app.quit()
  await settle()
  expect(done).toEqual(['quit', 'A run is under way. Quit anyway? [0]', 'stays'])
})

test('who insists leaves, and is not asked again by the window', async () => {
  const { app, done, close, settle } = fakeProgram('win32', RUNNING, 1)
  app.quit()
  await settle()
  expect(done).toEqual(['quit', 'A run is under way. Quit anyway? [0]', 'stays', 'quit'])
  expect(close()).toBe('closes')
})

test('the end of the session asks nobody', () => {
  const { app, window, done, close } = fakeProgram('win32', RUNNING)
  window.emit('query-session-end')
  expect(close()).toBe('closes')
  app.quit()
  expect(done).toEqual(['quit'])
})

test('however often the program is asked to leave, it closes its core once, and only then exits', async () => {
  const { app, leaving, done, settle } = fakeProgram('linux', IN_ORDER)
  leaving.after(async () => void done.push('close core'))
  let prevented = 0
  const event = { preventDefault: () => void (prevented += 1) }
  app.emit('will-quit', event)
  app.emit('will-quit', event)
  await settle()
  expect(done).toEqual(['close core', 'exit'])
  expect(prevented).toBe(2)
})
