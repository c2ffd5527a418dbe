import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const hasOpenssl = spawnSync('openssl', ['cms', '-help']).status === 0

/** A folder for one test file, in which openssl makes real messages. */
export function createOpenssl() {
  const folder = mkdtempSync(join(tmpdir(), 'ade-desk-cms-'))
  let number = 0
  const run = (args: readonly string[]) =>
    execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })

  function write(content: string | Uint8Array): string {
    const path = join(folder, `file-${number++}`)
    writeFileSync(path, content)
    return path
  }

  return {
    write,
    run,
    /** `recipients`: PEM certificates; `args`: what comes between the command and the certificates. */
    encrypt(message: string | Uint8Array, recipients: readonly string[], args: readonly string[]): Buffer {
      const out = write('')
      const certificates = recipients.map(write)
      run(['cms', '-encrypt', '-binary', '-in', write(message), '-out', out, ...args, ...certificates])
      return readFileSync(out)
    },
    /** RSAES-OAEP is asked for per recipient. */
    encryptWithOaep(message: string, recipient: string, hash: string): Buffer {
      const out = write('')
      const options = ['-keyopt', 'rsa_padding_mode:oaep', '-keyopt', `rsa_oaep_md:${hash}`]
      run(['cms', '-encrypt', '-in', write(message), '-out', out, '-aes128', '-recip', write(recipient), ...options])
      return readFileSync(out)
    },
    remove: () => rmSync(folder, { recursive: true }),
  }
}
