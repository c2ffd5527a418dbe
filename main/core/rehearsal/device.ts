export type RehearsedDevice = {
  readonly serial: string
  readonly product: string
  readonly osVersion: string
  readonly buildVersion: string
}

/** No device has it: Apple's serial numbers never hold the letters I and O. */
export const MADE_UP_SERIAL = 'REHEARSALIO0'
const DEFAULT_PRODUCT = 'iPhone17,2'

/** Versions of autumn 2026 by the first letters of the product, with a build of each. */
const SYSTEMS = [
  [/^(?:Mac|iMac)/, '26.1', '25B78'],
  [/^AppleTV/, '26.1', '23J582'],
  [/^RealityDevice/, '26.1', '23N45'],
  [/^/, '26.1', '23B85'],
] as const

/** The device that is played: what was given, else an iPhone that nobody has. */
export function deviceOf(input: {
  readonly serial?: string | undefined
  readonly product?: string | undefined
  readonly osVersion?: string | undefined
}): RehearsedDevice {
  const product = input.product ?? DEFAULT_PRODUCT
  const [, osVersion, buildVersion] = SYSTEMS.find(([form]) => form.test(product))!
  return { serial: input.serial ?? MADE_UP_SERIAL, product, osVersion: input.osVersion ?? osVersion, buildVersion }
}

/** An Apple TV has none and asks at `url` whatever the profile says. */
export function hasWebView(product: string): boolean {
  return !product.startsWith('AppleTV')
}

export function isMac(product: string): boolean {
  return /^(?:Mac|iMac)/.test(product)
}
