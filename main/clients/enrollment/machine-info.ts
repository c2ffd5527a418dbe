import { createHash } from 'node:crypto'
import forge from 'node-forge'
import plist, { type PlistObject } from 'plist'
import type { MachineFacts } from './client-type.ts'
import type { DeviceIdentity } from './identity.ts'

/** First version that announces a key (Apple, "MachineInfo", read August 2026). */
const SINCE = { softwareUpdate: { mac: 14, other: 17 }, platformSso: { mac: 26 } } as const

/** The property list a device sends about itself. */
export function machineInfo({ serial, product, osVersion, buildVersion }: MachineFacts): PlistObject {
  const isMac = /^(?:Mac|iMac)/.test(product)
  const major = Number.parseInt(osVersion, 10)
  const canUpdate = major >= (isMac ? SINCE.softwareUpdate.mac : SINCE.softwareUpdate.other)
  const canSignIn = isMac && major >= SINCE.platformSso.mac
  return {
    UDID: udidOf(serial),
    SERIAL: serial,
    PRODUCT: product,
    VERSION: buildVersion,
    OS_VERSION: osVersion,
    LANGUAGE: 'en',
    ...(canUpdate && { MDM_CAN_REQUEST_SOFTWARE_UPDATE: true, SOFTWARE_UPDATE_DEVICE_ID: product }),
    ...(canSignIn && { MDM_CAN_REQUEST_PSSO_CONFIG: true }),
  }
}

/** Made up, and the same for the same serial number: a server then records one device and not one for each rehearsal. */
function udidOf(serial: string): string {
  const hex = createHash('sha256').update(`ade-desk rehearsal ${serial}`).digest('hex').toUpperCase()
  return `00000000-${hex.slice(0, 16)}`
}

/** CMS SignedData in DER with its content (RFC 5652), as a device signs it. */
export function signMachineInfo(facts: MachineFacts, identity: DeviceIdentity, now: number): Uint8Array {
  const message = forge.pkcs7.createSignedData()
  message.content = forge.util.createBuffer(Buffer.from(plist.build(machineInfo(facts))).toString('latin1'))
  for (const certificate of identity.certificates) message.addCertificate(certificate)
  message.addSigner({
    key: identity.signer,
    certificate: identity.certificates[0],
    digestAlgorithm: forge.pki.oids['sha256']!,
    authenticatedAttributes: [
      { type: forge.pki.oids['contentType']!, value: forge.pki.oids['data']! },
      { type: forge.pki.oids['messageDigest']! },
      // The types of node-forge want a text where only a date works.
      { type: forge.pki.oids['signingTime']!, value: new Date(now) as unknown as string },
    ],
  })
  message.sign()
  return Buffer.from(forge.asn1.toDer(message.toAsn1()).getBytes(), 'latin1')
}
