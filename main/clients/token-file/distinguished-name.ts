import { hex, objectIdText, TAG, type BerNode } from './ber.ts'

const SHORT_NAMES: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '1.2.840.113549.1.9.1': 'emailAddress',
}

const BMP_STRING = 0x1e
const MAX_LENGTH = 200

/** The parts of a certificate's issuer or subject in their order: `type` is a short name such as `CN`, else dotted. */
export function nameParts(name: BerNode): readonly { readonly type: string; readonly text: string }[] {
  return name.children
    .flatMap((set) => set.children)
    .map(({ children: [type, value] }) => ({
      type: SHORT_NAMES[objectIdText(type)] ?? objectIdText(type),
      text: value ? stringText(value) : '',
    }))
}

/** A certificate's issuer or subject for people: its common name alone where it has one, else all its parts. */
export function nameForPeople(name: BerNode): string {
  const parts = nameParts(name)
  const commonName = parts.find((part) => part.type === 'CN' && part.text !== '')
  const text = commonName?.text ?? parts.map((part) => `${part.type}=${part.text}`).join(', ')
  return text.replace(/\p{C}/gu, ' ').slice(0, MAX_LENGTH)
}

function stringText(value: BerNode): string {
  if (value.tag === TAG.octetString) return hex(value.content)
  // A BMPString is UTF-16 with the high byte first, which Node reads only the other way round.
  if (value.tag === BMP_STRING && value.content.length % 2 === 0) {
    return Buffer.from(value.content).swap16().toString('utf16le')
  }
  return Buffer.from(value.content).toString('utf8')
}
