import { TAG } from './ber.ts'

const CONSTRUCTED = 0x20

/** Writers of plain DER, as much as a self-signed certificate needs. Integers are given as their minimal bytes. */
export function der(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const content = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag]), lengthOctets(content.length), content])
}

export function sequence(...parts: readonly Uint8Array[]): Uint8Array {
  return der(TAG.sequence | CONSTRUCTED, ...parts)
}

export function set(...parts: readonly Uint8Array[]): Uint8Array {
  return der(TAG.set | CONSTRUCTED, ...parts)
}

export function explicit(number: number, part: Uint8Array): Uint8Array {
  return der(TAG.context0 | CONSTRUCTED | number, part)
}

export function objectId(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return der(TAG.objectId, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]))
}

/** `unused`: how many bits at the end of the last byte do not count. */
export function bitString(bytes: Uint8Array, unused = 0): Uint8Array {
  return der(TAG.bitString, Buffer.from([unused]), bytes)
}

function base128(arc: number): number[] {
  const bytes = [arc & 0x7f]
  for (let rest = arc >>> 7; rest > 0; rest >>>= 7) bytes.unshift((rest & 0x7f) | 0x80)
  return bytes
}

function lengthOctets(length: number): Uint8Array {
  if (length < 0x80) return Buffer.from([length])
  const bytes: number[] = []
  for (let rest = length; rest > 0; rest >>>= 8) bytes.unshift(rest & 0xff)
  return Buffer.from([0x80 | bytes.length, ...bytes])
}
