import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createProfileDir, removeProfileDir } from '../../../../../main/shell/browser/profile-dir.ts'

const NOT_RUNNING = 4_194_304 + 1

test('profiles left by runs that crashed are removed, those of running ones and other folders stay', () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'profile-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true }))
  for (const name of [`browser-${NOT_RUNNING}`, 'browser-1', 'browser-notes', 'logs'])
    mkdirSync(path.join(dataDir, name))
  const dir = createProfileDir(dataDir)
  expect(readdirSync(dataDir).sort()).toEqual(['browser-1', `browser-${process.pid}`, 'browser-notes', 'logs'].sort())
  expect(readdirSync(dir)).toEqual([])
  if (process.platform !== 'win32') expect(statSync(dir).mode & 0o777).toBe(0o700)
  removeProfileDir(dir)
  expect(readdirSync(dataDir)).not.toContain(path.basename(dir))
})
