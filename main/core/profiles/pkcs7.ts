const SIGNED_DATA = '2a864886f70d010702'
const SEQUENCE = 0x30
const OBJECT_IDENTIFIER = 0x06
/** `[0]`: the wrapped content, and within it the certificates. */
const CONTEXT_0 = 0xa0

type Element = { readonly tag: number; readonly content: Buffer; readonly whole: Buffer }

/**
 * The certificates of a PKCS#7 container (RFC 2315: SignedData), each in DER. Reads definite lengths, as every tool of
 * today writes them; nothing for anything else.
 */
export function certificatesInPkcs7(der: Buffer): readonly Buffer[] {
  const [outer] = elementsOf(der)
  if (outer?.tag !== SEQUENCE) return []
  const [type, wrapped] = elementsOf(outer.content)
  if (type?.tag !== OBJECT_IDENTIFIER || type.content.toString('hex') !== SIGNED_DATA) return []
  const [signedData] = wrapped?.tag === CONTEXT_0 ? elementsOf(wrapped.content) : []
  const certificates = elementsOf(signedData?.content ?? Buffer.alloc(0)).find(({ tag }) => tag === CONTEXT_0)
  return elementsOf(certificates?.content ?? Buffer.alloc(0))
    .filter(({ tag }) => tag === SEQUENCE)
    .map(({ whole }) => whole)
}

/** One after the other; ends where the bytes make no sense any more. */
function elementsOf(bytes: Buffer): readonly Element[] {
  const elements: Element[] = []
  let at = 0
  while (at + 2 <= bytes.length) {
    const first = bytes[at + 1]!
    const lengthBytes = first < 0x80 ? 0 : first & 0x7f
    const start = at + 2 + lengthBytes
    if (first === 0x80 || lengthBytes > 4 || start > bytes.length) break
    const length = lengthBytes === 0 ? first : bytes.readUIntBE(at + 2, lengthBytes)
    if (start + length > bytes.length) break
    elements.push({
      tag: bytes[at]!,
      content: bytes.subarray(start, start + length),
      whole: bytes.subarray(at, start + length),
    })
    at = start + length
  }
  return elements
}
