import { describe, expect, it } from 'vitest'
import { createEchoLog } from '../../../../main/ports/echo-log.ts'
import { silentLog } from '../../../../main/ports/log.ts'
import { Secret } from '../../../../shared/secret.ts'

describe('a log that a person watches', () => {
  it('says each line to both, with the fields beside the event', () => {
    const lines: string[] = []
    const stored: unknown[] = []
    const log = createEchoLog({ ...silentLog, warn: (...line) => stored.push(line) }, (line) => lines.push(line))
    log.warn('sync.waits', { token: 'HQ', seconds: 3 })
    expect(lines).toEqual(['warn sync.waits token="HQ" seconds=3'])
    expect(stored).toEqual([['sync.waits', { token: 'HQ', seconds: 3 }]])
  })

  it('tells no secret and lets no text steer the terminal', () => {
    const lines: string[] = []
    const log = createEchoLog(silentLog, (line) => lines.push(line))
    log.info('x', { passphrase: new Secret('correct horse'), name: 'a\u001b[2J\nb' })
    expect(lines.join()).not.toMatch(/correct horse|\p{Cc}/u)
  })

  it('names an error and keeps its stack for the file', () => {
    const lines: string[] = []
    const error = new Error('outer', { cause: new Error('inner') })
    createEchoLog(silentLog, (line) => lines.push(line)).error('cli.broke', { error })
    expect(lines.join()).toMatch(/outer.*inner/)
    expect(lines.join()).not.toContain('echo-log.test')
  })
})
