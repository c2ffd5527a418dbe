import { expect, test } from 'vitest'
import { launchOptions } from '../../../../../main/shell/browser/start.ts'

test('the browser keeps its sandbox unless it runs as root', () => {
  expect(launchOptions({ executablePath: '/b' }, false).chromiumSandbox).toBe(true)
  expect(launchOptions({ executablePath: '/b' }, true).chromiumSandbox).toBe(false)
})

test('the browser is a window of its own, without a network', () => {
  const { headless, viewport, args } = launchOptions({ executablePath: '/b' }, false)
  expect({ headless, viewport }).toEqual({ headless: false, viewport: null })
  expect(args).toContain('--app=data:text/html,<title>ADE Desk</title>')
  expect(args).toContain('--host-resolver-rules=MAP * ~NOTFOUND')
  expect(args).toContain('--no-proxy-server')
  expect(args).toContain('--block-new-web-contents')
})

test('no control port is opened', () => {
  const options = launchOptions({ executablePath: '/b', headless: true, args: ['--no-zygote'] }, false)
  expect(options.args?.filter((argument) => argument.startsWith('--remote-debugging'))).toEqual([])
  expect(options.ignoreDefaultArgs).toEqual(['--enable-automation'])
})
