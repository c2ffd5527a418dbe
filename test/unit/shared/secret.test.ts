import { Console } from 'node:console'
import { Writable } from 'node:stream'
import { format, inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { Secret } from '../../../shared/secret.ts'

const VALUE = 'hunter2-hunter2'

function printed(write: (console: Console) => void): string {
  let text = ''
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk)
      done()
    },
  })
  write(new Console(stream))
  return text
}

/** Every way in which a value commonly ends in a text, as that text. */
const ways: readonly (readonly [string, (secret: Secret<string | Uint8Array>) => string])[] = [
  ['toString', (secret) => secret.toString()],
  ['String()', (secret) => String(secret)],
  ['a template', (secret) => `${secret.toString()} ${`${secret as unknown as string}`}`],
  ['concatenation', (secret) => 'value: ' + (secret as unknown as string)],
  ['Object.prototype.toString', (secret) => Object.prototype.toString.call(secret)],
  ['JSON', (secret) => JSON.stringify({ secret, list: [secret] })],
  ['inspect', (secret) => inspect({ secret }, { depth: 9, showHidden: true, getters: true })],
  ['inspect of an array and a map', (secret) => inspect([secret, new Map([[secret, secret]])], { showHidden: true })],
  ['format', (secret) => format('%s %o %O %j', secret, secret, secret, secret)],
  ['console.log', (secret) => printed((console) => console.log(secret, [secret], { secret }))],
  ['console.dir', (secret) => printed((console) => console.dir({ secret }, { showHidden: true, depth: 9 }))],
  ['console.table', (secret) => printed((console) => console.table([{ secret }]))],
  ['an error', (secret) => inspect(new Error(`failed with ${secret.toString()}`, { cause: secret }))],
]

describe.each([
  ['text', new Secret<string | Uint8Array>(VALUE)],
  ['bytes', new Secret<string | Uint8Array>(new TextEncoder().encode(VALUE))],
])('a secret %s', (_kind, secret) => {
  it.each(ways)('prints as [secret] through %s', (_way, print) => {
    const text = print(secret)
    expect(text).toContain('[secret]')
    expect(text).not.toContain(VALUE)
    expect(text).not.toContain('104, 117, 110')
    expect(text).not.toMatch(/68 75 6e/i)
  })

  it('gives nothing to a structured clone', () => {
    expect(inspect(structuredClone({ secret }), { showHidden: true, depth: 9 })).toBe('{ secret: {} }')
  })

  it('has no member that holds the value', () => {
    expect([Reflect.ownKeys(secret), Object.entries(secret), { ...secret }]).toEqual([[], [], {}])
  })

  it('gives the value to the one who asks for it by name', () => {
    expect(Buffer.from(secret.reveal()).toString()).toBe(VALUE)
  })
})
