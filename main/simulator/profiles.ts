import { randomBytes } from 'node:crypto'

/** A defined profile, without `devices`. */
export type ProfileBody = Readonly<Record<string, unknown>>

export type Profiles = ReturnType<typeof createProfiles>

/** Profiles of one service. They are never changed and cannot be listed by a client. */
export function createProfiles() {
  const bodies = new Map<string, ProfileBody>()

  return {
    define(body: ProfileBody): string {
      const uuid = randomBytes(16).toString('hex').toUpperCase()
      bodies.set(uuid, body)
      return uuid
    },

    /** UUIDs are compared without regard to case. */
    find: (uuid: string): ProfileBody | undefined => bodies.get(uuid.toUpperCase()),

    forgetAll: (): void => bodies.clear(),

    list: (): readonly string[] => [...bodies.keys()],
  }
}
