import { z } from 'zod'
import { id, text, time } from './backup-parts.ts'
import { TOKEN_STATUS } from './device.ts'
import type { GroupId, RegistrationTokenId, SecretId, Serial } from './ids.ts'
import { REGISTRATION_ENDS, REGISTRATION_FACTORS } from './registration-token.ts'

/**
 * What people decided about single devices, by serial number. The devices themselves come from Apple again: where one is
 * not in the list yet, it waits there, unknown at Apple, until a fetch lists it.
 */
const SERIAL = /^\S{1,64}$/
const serial = text.regex(SERIAL).transform((value) => value as Serial)

/** Devices that were moved to a group of their own choice. `serials`: with a space between two; there may be a million. */
const moved = z.strictObject({
  group: id<GroupId>(),
  serials: text.refine((list) => list.split(' ').every((one) => SERIAL.test(one)), 'not serial numbers'),
})

const registration = z
  .strictObject({
    id: id<RegistrationTokenId>(),
    factor: z.enum(REGISTRATION_FACTORS),
    length: z.number().int(),
    /** Null once nobody can need the value any more. */
    secretId: id<SecretId>().nullable(),
    issuedAt: time,
    endedAt: time.nullable(),
    endedBy: z.enum(REGISTRATION_ENDS).nullable(),
  })
  .refine(({ endedAt, endedBy }) => (endedAt === null) === (endedBy === null), 'ended, but not how')

/** Oldest first; the device's own token status says what became of an open one. */
const registrable = z.strictObject({
  serial,
  tokenStatus: z.enum(TOKEN_STATUS),
  tokenStatusAt: time.nullable(),
  tokens: z.array(registration).min(1),
})

const lock = z.strictObject({
  serial,
  secretId: id<SecretId>().nullable(),
  outcome: text.nullable(),
  askedAt: time,
})

/** Absent where there are none, and in version 1. */
export const backupDevices = {
  movedDevices: z.array(moved).optional(),
  registrations: z.array(registrable).optional(),
  activationLocks: z.array(lock).optional(),
}

export type BackupMoved = z.infer<typeof moved>
export type BackupRegistrable = z.infer<typeof registrable>
export type BackupLock = z.infer<typeof lock>
