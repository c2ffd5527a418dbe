/** Links other programs may open ADE Desk with; registered with the system by the installer and at the start. */
export const LINK_SCHEME = 'adedesk'

const MAX_LINK_LENGTH = 300

/** Apple's serials are 8 to 14 letters and digits; some room on both sides, and nothing else. */
const SERIAL = /^[A-Za-z0-9]{4,32}$/
const MAX_NAME_LENGTH = 100

/**
 * The address of the page a link means, or undefined for anything but the two forms there are:
 * `adedesk://device/SERIAL` and `adedesk://token/NAME`. Whoever makes a person press a link must not be able to do
 * more than show something: no other host, no query, no fragment, no further path, no control characters.
 */
export function addressOfLink(link: string): string | undefined {
  if (link.length > MAX_LINK_LENGTH || !link.toLowerCase().startsWith(`${LINK_SCHEME}://`)) return undefined
  const [kind, subject, ...rest] = link.slice(LINK_SCHEME.length + '://'.length).split('/')
  // A browser may close the address with a slash.
  if (subject === undefined || !(rest.length === 0 || (rest.length === 1 && rest[0] === ''))) return undefined
  const name = decoded(subject)
  if (kind === 'device' && name !== undefined && SERIAL.test(name)) return addressOfDevice(name)
  if (kind === 'token' && name !== undefined && isName(name)) return addressOfToken(name)
  return undefined
}

export function addressOfDevice(serial: string): string {
  return `#/devices?${new URLSearchParams({ device: serial.toUpperCase() }).toString()}`
}

export function addressOfToken(name: string): string {
  return `#/tokens?${new URLSearchParams({ token: name }).toString()}`
}

/** The link among a program's arguments: systems hand it over as one of them, at the end. Other arguments are not for us. */
export function addressInArguments(argv: readonly string[]): string | undefined {
  return argv.map(addressOfLink).findLast((address) => address !== undefined)
}

/** What stands in the link, with its escapes resolved once; undefined where they are broken or a reserved sign is bare. */
function decoded(text: string): string | undefined {
  if (/[?#@:\\\s]/.test(text)) return undefined
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** As `nameText` of the contract: a short text on one line. Direction marks would let a name pass for another one. */
function isName(text: string): boolean {
  return (
    text.trim() === text &&
    text.length > 0 &&
    text.length <= MAX_NAME_LENGTH &&
    !/[\p{Cc}\p{Cf}\u2028\u2029/\\]/u.test(text)
  )
}
