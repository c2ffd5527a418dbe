import { z } from 'zod'
import type { Serial } from '../model/ids.ts'
import {
  REGISTRATION_ACTS,
  REGISTRATION_FACTORS,
  REGISTRATION_LENGTH,
  type DeviceRegistration,
  type RegistrationPlan,
  type RegistrationRule,
  type RegistrationValue,
} from '../model/registration-token.ts'
import { Secret } from '../secret.ts'
import { call, push, type } from './define.ts'
import { deviceSelection, serial, serials } from './devices.ts'
import { groupPath } from './tokens.ts'

/** So many devices are done at once: nobody hands out more values in one go. */
export const MAX_REGISTRATIONS = 10_000

/** So many values are shown at once. */
export const MAX_SHOWN_VALUES = 500

const factor = z.enum(REGISTRATION_FACTORS)
const length = z.number().int().min(REGISTRATION_LENGTH.least).max(REGISTRATION_LENGTH.most)

/** As the console makes them: letters and digits. */
const value = z
  .string()
  .trim()
  .min(REGISTRATION_LENGTH.least)
  .max(REGISTRATION_LENGTH.most)
  .regex(/^[A-Za-z0-9]*$/, 'letters and digits are expected')
  .transform((text) => new Secret(text))

const VAULT = ['vault.locked', 'vault.missing'] as const

/** Registration tokens: the one-time word a user types while a device enrolls. Values are sealed and never in a list. */
export const registrationTokens = {
  show: call({
    input: z.strictObject({ serial }),
    output: type<DeviceRegistration>(),
    fails: ['device.not-found'],
  }),

  /** The dry run: what an act comes to. */
  preview: call({
    input: z.strictObject({ act: z.enum(REGISTRATION_ACTS), selection: deviceSelection }),
    output: type<RegistrationPlan>(),
    fails: ['group.not-found', 'registration.too-many'],
  }),

  /**
   * Makes values and dates the token status of the devices. `issue` leaves devices that have an active one as they are,
   * `reset` gives a new value. Without factor or length each device's group tells. Done in portions: what was done before a
   * cancellation stays.
   */
  make: call({
    input: z.strictObject({
      act: z.enum(['issue', 'reset']),
      selection: deviceSelection,
      factor: factor.optional(),
      length: length.optional(),
    }),
    output: type<RegistrationPlan>(),
    progress: type<{ readonly done: number; readonly total: number }>(),
    fails: ['group.not-found', 'registration.too-many', 'db.busy', ...VAULT],
  }),

  /** Keeps a value that the console has made, in place of the one before. */
  keep: call({
    input: z.strictObject({ serial, value, factor }),
    output: type<DeviceRegistration>(),
    fails: ['device.not-found', 'registration.blocked', 'db.busy', ...VAULT],
  }),

  /** Ends them and forgets their values. Works while the vault is locked. */
  revoke: call({
    input: z.strictObject({ selection: deviceSelection }),
    output: type<RegistrationPlan>(),
    progress: type<{ readonly done: number; readonly total: number }>(),
    fails: ['group.not-found', 'registration.too-many', 'db.busy'],
  }),

  /** The values of active ones, in the order asked for; devices without one are left out. `registration.none` without any. */
  reveal: call({
    input: z.strictObject({
      serials: serials.refine((list) => list.length >= 1 && list.length <= MAX_SHOWN_VALUES, {
        message: `1 to ${MAX_SHOWN_VALUES} serial numbers are expected`,
      }),
    }),
    output: type<readonly RegistrationValue[]>(),
    fails: ['registration.none', 'vault.damaged', ...VAULT],
  }),

  /** Rules by path of the group that sets them. */
  rules: call({
    input: z.strictObject({}),
    output: type<readonly ({ readonly group: string } & RegistrationRule)[]>(),
  }),

  /** What a group and those below it want; null: what the group above wants. */
  setRule: call({
    input: z.strictObject({ group: groupPath, rule: z.strictObject({ factor, length }).nullable() }),
    output: type<readonly ({ readonly group: string } & RegistrationRule)[]>(),
    fails: ['group.not-found', 'db.busy'],
  }),

  /** Registrations of devices are no longer what you last read. Empty: many of them. */
  changed: push<{ readonly serials: readonly Serial[] }>(),
} as const
