import { mkdtempSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { systemClock } from '../../../../main/ports/clock.ts'
import { createFileLog } from '../../../../main/ports/file-log.ts'

function folder(): string {
  return mkdtempSync(join(tmpdir(), 'ade-desk-log-'))
}

describe('the log file', () => {
  it('holds one redacted JSON object per line, readable by its owner only', () => {
    const path = join(folder(), 'logs', 'ade-desk.log')
    createFileLog(path, { ...systemClock, now: () => 0 }).info('sync.done', { consumer_secret: 'x', pages: 2 })
    expect(readFileSync(path, 'utf8')).toBe(
      '{"at":"1970-01-01T00:00:00.000Z","level":"info","event":"sync.done","consumer_secret":"[secret]","pages":2}\n',
    )
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('leaves out what is below its level', () => {
    const path = join(folder(), 'ade-desk.log')
    const log = createFileLog(path, systemClock, 'warn')
    log.info('quiet', {})
    log.warn('loud', {})
    expect(readFileSync(path, 'utf8')).toContain('loud')
    expect(readFileSync(path, 'utf8')).not.toContain('quiet')
  })

  it('starts a new file when one is full and keeps three older ones', () => {
    const dir = folder()
    const log = createFileLog(join(dir, 'ade-desk.log'), systemClock)
    const text = 'x'.repeat(3900)
    for (let n = 0; n < 8000; n++) log.info('fill', { text })
    expect(readdirSync(dir).toSorted()).toEqual(['ade-desk.log', 'ade-desk.log.1', 'ade-desk.log.2', 'ade-desk.log.3'])
  })
})
