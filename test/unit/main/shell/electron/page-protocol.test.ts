import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { PAGE_SCHEME_PRIVILEGES, servePageFiles } from '../../../../../main/shell/electron/page-protocol.ts'

test('only our own host is answered, only to GET, and with the policy', async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'protocol-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  writeFileSync(path.join(root, 'index.html'), 'page')

  let answer: ((request: Request) => Response | Promise<Response>) | undefined
  servePageFiles({ handle: (scheme, handler) => void (answer = scheme === 'app' ? handler : undefined) }, root)
  const get = async (url: string, method = 'GET') => {
    const response = await answer!(new Request(url, { method }))
    return [response.status, response.headers.has('content-security-policy'), await response.text()]
  }
  expect(await get('app://ade-desk/')).toEqual([200, true, 'page'])
  expect(await get('app://ade-desk/missing.js')).toEqual([404, true, 'not found'])
  expect(await get('app://elsewhere/')).toEqual([403, false, ''])
  expect(await get('app://ade-desk/', 'POST')).toEqual([403, false, ''])
})

test('the scheme never bypasses the policy', () => {
  expect(PAGE_SCHEME_PRIVILEGES.privileges?.bypassCSP).toBeUndefined()
  expect(PAGE_SCHEME_PRIVILEGES.privileges?.allowServiceWorkers).toBeUndefined()
})
