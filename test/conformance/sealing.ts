import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { OsSealing } from '../../main/ports/sealing.ts'

/** What the vault relies on, whoever seals. `make` gives a sealing that works here. */
export function describeSealing(name: string, make: () => OsSealing): void {
  describe(name, () => {
    it('opens what it sealed, byte for byte', () => {
      const sealing = make()
      for (const plain of [new Uint8Array(0), Uint8Array.from({ length: 256 }, (_, at) => at), randomBytes(32)]) {
        expect(Buffer.from(sealing.open(sealing.seal(plain))).equals(plain)).toBe(true)
      }
    })

    it('names what seals, always the same', () => {
      const sealing = make()
      expect(sealing.isAvailable()).toBe(true)
      expect(sealing.backend()).toMatch(/^[a-z0-9_]+$/)
      expect(sealing.backend()).toBe(sealing.backend())
    })

    it('shows nothing of what it sealed', () => {
      const plain = randomBytes(32)
      expect(Buffer.from(make().seal(plain)).includes(plain)).toBe(false)
    })

    it('never opens changed bytes to what was sealed', () => {
      const sealing = make()
      const plain = randomBytes(32)
      const sealed = sealing.seal(plain)
      for (const at of [0, Math.floor(sealed.length / 2), sealed.length - 1]) {
        const changed = Uint8Array.from(sealed, (byte, position) => (position === at ? byte ^ 0x40 : byte))
        expect(openedTo(sealing, changed)?.equals(plain) ?? false).toBe(false)
      }
      expect(openedTo(sealing, sealed.subarray(0, -1))?.equals(plain) ?? false).toBe(false)
    })
  })
}

function openedTo(sealing: OsSealing, sealed: Uint8Array): Buffer | undefined {
  try {
    return Buffer.from(sealing.open(sealed))
  } catch {
    return undefined
  }
}
