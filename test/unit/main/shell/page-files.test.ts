import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerPage, pageFileName } from '../../../../main/shell/page-files.ts'
import { CONTENT_SECURITY_POLICY } from '../../../../main/shell/page-headers.ts'

let root: string

beforeAll(() => {
  const outside = mkdtempSync(path.join(tmpdir(), 'page-'))
  root = path.join(outside, 'renderer')
  mkdirSync(path.join(root, 'assets'), { recursive: true })
  writeFileSync(path.join(outside, 'secret.json'), '{}')
  writeFileSync(path.join(root, 'index.html'), '<title>page</title>')
  writeFileSync(path.join(root, 'assets', 'index-A1.js'), '1')
  writeFileSync(path.join(root, 'store.sqlite'), 'not for the page')
})
afterAll(() => rmSync(path.dirname(root), { recursive: true }))

const get = async (address: string) => {
  const { status, headers, body } = await answerPage(root, new URL(address, 'app://ade-desk/'))
  return { status, type: headers['content-type'], text: new TextDecoder().decode(body) }
}

test('the page and its assets are served with their kind', async () => {
  expect(await get('/')).toEqual({ status: 200, type: 'text/html; charset=utf-8', text: '<title>page</title>' })
  expect(await get('/assets/index-A1.js')).toEqual({ status: 200, type: 'text/javascript; charset=utf-8', text: '1' })
})

test('nothing outside the page folder is served, however it is spelt', async () => {
  const spellings = [
    '/../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/%2e%2e%5csecret.json',
    '/assets/..\\..\\secret.json',
    '//secret.json',
    `/${encodeURIComponent(path.join(path.dirname(root), 'secret.json'))}`,
  ]
  for (const spelling of spellings) expect([spelling, (await get(spelling)).status]).toEqual([spelling, 404])
})

test('names are refused before the file system is asked', () => {
  const refused = ['/..', '/a/../b.js', '/.env', '/a//b.js', '/C:/a.js', '/a\\b.js', '/a%00.js', '/a b.js', '']
  expect(refused.map(pageFileName)).toEqual(refused.map(() => undefined))
})

test('a kind of file the page does not have is not served', async () => {
  expect((await get('/store.sqlite')).status).toBe(404)
  expect((await get('/assets')).status).toBe(404)
})

test('every answer carries the policy, also a refusal', async () => {
  for (const address of ['/', '/missing.js']) {
    const { headers } = await answerPage(root, new URL(address, 'app://ade-desk/'))
    expect(headers).toMatchObject({
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
  }
})

test('the policy allows no inline code, no evaluation and no connection', () => {
  expect(CONTENT_SECURITY_POLICY).not.toContain('unsafe')
  expect(CONTENT_SECURITY_POLICY).toMatch(/default-src 'none'/)
  expect(CONTENT_SECURITY_POLICY).toMatch(/connect-src 'none'/)
  expect(CONTENT_SECURITY_POLICY).toMatch(/require-trusted-types-for 'script'/)
})
