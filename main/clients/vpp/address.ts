import { readBaseAddress } from '../../../shared/model/address.ts'

const APPLE_HOST = /(?:^|\.)apple\.com$/
const CONTENT_SERVICE = 'https://vpp.itunes.apple.com'
const PATH = '/mdm/v2'

/**
 * Where content tokens are asked about. Who names another address for Apple, a simulator or a recording, means all of
 * Apple: nothing may then leave for the real one.
 */
export function contentAddress(appleUrl: string): string {
  const base = new URL(readBaseAddress(appleUrl, 'appleUrl'))
  if (APPLE_HOST.test(base.hostname)) return `${CONTENT_SERVICE}${PATH}`
  return `${base.origin}${base.pathname.replace(/\/$/, '')}${PATH}`
}
