import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

const MODULE = new URL('../../../../main/ports/terminal.ts', import.meta.url).href

/** A process that writes much to stdout, then says on stderr how that went; its output goes where the shell sends it. */
function writeInto(where: string) {
  const script = `
    const { processTerminal } = await import(${JSON.stringify(MODULE)})
    const terminal = processTerminal()
    const lines = ('x'.repeat(99) + '\\n').repeat(20_000)
    try {
      await terminal.writeOut(lines)
      await new Promise((resolve) => setTimeout(resolve, 0))
      terminal.writeErr('cancelled: ' + terminal.signal.aborted)
    } catch (error) {
      terminal.writeErr(error.code)
    }`
  const args = [`"${process.execPath}" --input-type=module -e "$SCRIPT" ${where}`]
  return spawnSync('sh', ['-c', ...args], { env: { ...process.env, SCRIPT: script }, encoding: 'utf8' }).stderr
}

describe.skipIf(process.platform === 'win32')('stdout', () => {
  it('takes everything', () => {
    expect(writeInto('> /dev/null')).toBe('cancelled: false')
  })

  it('says nothing more when its reader went away', () => {
    expect(writeInto('| true')).toBe('')
  })

  it.runIf(process.platform === 'linux')('tells when the disk behind it is full', () => {
    expect(writeInto('> /dev/full')).toBe('file.unwritable')
  })
})
