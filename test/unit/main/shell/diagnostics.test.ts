import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { logPath } from '../../../../main/ports/log-files.ts'
import { collectDiagnostics } from '../../../../main/shell/diagnostics.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { CoreHandlers } from '../../../../shared/contract/index.ts'
import { DEFAULT_SETTINGS } from '../../../../shared/model/settings.ts'

const SECRETS = {
  consumerSecret: 'CS_34c7b2b531a600d99a0e4edcf4a78ded79b86ef318118c2f5bcfee1b011108c32',
  session: '87a235815b8d6661ac73329f75815b8d6661ac73329f75815b8d6661ac73329f',
  proxyPassword: 'open-sesame-4711',
  hint: 'CK_48dd68d1',
  adminId: 'admin@school.example',
}

function program(lines: readonly string[], { isStoreBroken = false } = {}) {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'diagnostics-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true }))
  mkdirSync(path.dirname(logPath(dataDir)))
  writeFileSync(logPath(dataDir), lines.map((line) => `${line}\n`).join(''))
  const token = {
    id: 't1',
    name: 'Berlin',
    state: 'ok',
    deviceCount: 7,
    consumerKeyHint: SECRETS.hint,
    adminId: SECRETS.adminId,
    // What a later version may add.
    somethingNew: SECRETS.session,
  }
  const run = { id: 'r1', error: { code: 'net.proxy', message: `http://a:${SECRETS.proxyPassword}@proxy/ refused` } }
  const handlers = {
    app: {
      about: () => ({ version: '1.2.3', dataDir }),
      doctor: () => {
        if (isStoreBroken) throw new AppError('db.damaged', 'the file is damaged')
        return { version: '1.2.3', store: { rows: 7 }, runtime: { node: '24' } }
      },
    },
    settings: {
      read: () => ({
        ...DEFAULT_SETTINGS,
        proxy: `http://a:${SECRETS.proxyPassword}@proxy/`,
        extraCertificates: ['-', '-'],
      }),
    },
    vault: { status: () => ({ state: 'unlocked', slots: [], secrets: 2 }) },
    tokens: { list: () => [token] },
    sync: { schedules: () => [], running: () => [], runs: () => Array.from({ length: 150 }, () => run) },
    notices: { list: () => ({ notices: [], checkedAt: 0 }) },
  } as unknown as CoreHandlers // only what is asked for
  return collectDiagnostics({ handlers, dataDir, shell: 'electron', now: () => 0 })
}

const LINES = [
  JSON.stringify({ at: '2026', level: 'warn', event: 'old.version-logged-it', text: `key ${SECRETS.consumerSecret}` }),
  JSON.stringify({ at: '2026', level: 'info', event: 'request', headers: { 'X-ADM-Auth-Session': SECRETS.session } }),
  `{"at":"2026","event":"cut off","auth_session_token":"${SECRETS.session}`,
]

test('one file tells versions, settings, store, tokens, runs and the last log lines', async () => {
  const facts = JSON.parse(await program(LINES)) as Record<string, unknown>
  expect(facts).toMatchObject({
    writtenAt: '1970-01-01T00:00:00.000Z',
    shell: 'electron',
    program: { version: '1.2.3' },
    doctor: { store: { rows: 7 }, runtime: { node: '24' } },
    settings: { extraCertificates: 2, proxy: 'http://[secret]@proxy/' },
    vault: { state: 'unlocked' },
    tokens: [{ id: 't1', name: 'Berlin', state: 'ok', deviceCount: 7 }],
  })
  expect(facts['runs']).toHaveLength(150)
  expect(facts['log']).toHaveLength(3)
})

test('no secret is in it, nor a hint of one, even if the log or an error held it', async () => {
  const text = await program(LINES)
  for (const secret of Object.values(SECRETS)) expect(text).not.toContain(secret)
  expect(text).toContain('old.version-logged-it')
})

test('a part that fails is named and hides nothing else', async () => {
  const facts = JSON.parse(await program([], { isStoreBroken: true })) as Record<string, unknown>
  expect(facts['doctor']).toMatchObject({ failed: { code: 'db.damaged' } })
  expect(facts['tokens']).toHaveLength(1)
})
