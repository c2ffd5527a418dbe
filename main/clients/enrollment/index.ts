import type { Clock } from '../../ports/clock.ts'
import type { EnrollmentClient } from './client-type.ts'
import { makeIdentity, type DeviceIdentity } from './identity.ts'
import { signMachineInfo } from './machine-info.ts'
import { nameOf, readProfile, readRefusal } from './read-profile.ts'
import { readCertificate } from './trust.ts'
import { visit, type Way } from './visit.ts'

export type { EnrollmentClient } from './client-type.ts'

/** One for the life of the process: making keys takes a moment, and the device is made up anyway. */
let identity: Promise<DeviceIdentity> | undefined

type Ports = { readonly clock: Pick<Clock, 'now' | 'monotonic'>; readonly version: string }

export function createEnrollmentClient(way: Way, { clock, version }: Ports): EnrollmentClient {
  const known = () => (identity ??= makeIdentity(clock.now()))
  const userAgent = `ADEDesk/${version} (enrollment rehearsal)`
  return {
    visit: (request, { signal, onStage = () => {} }) => visit(request, { way, clock, userAgent, signal, onStage }),
    signMachineInfo: async (facts) => signMachineInfo(facts, await known(), clock.now()),
    readProfile: async (bytes) => readProfile(bytes, (await known()).privateKeyPem),
    readRefusal,
    describeCertificate: (der) => {
      const certificate = readCertificate(der)
      if (!certificate) return null
      return { subject: nameOf(certificate.subject) ?? '–', expiresAt: certificate.validToDate.getTime() }
    },
  }
}
