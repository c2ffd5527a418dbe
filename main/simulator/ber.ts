import type { asn1 } from 'node-forge'
import forge from 'node-forge'

const CHUNK_BYTES = 400
const CONSTRUCTED = 0x20
const INDEFINITE = 0x80
const END_OF_CONTENTS = Buffer.from([0, 0])

/**
 * Writes a CMS envelope the way Apple does: every constructed value on the way to the encrypted content has an
 * indefinite length, and the content stands in chunks. Everything else is DER, as the recipient's values must be.
 */
export function encodeBer(node: asn1.Asn1): Buffer {
  const content = node.value
  if (!Array.isArray(content) || !leadsToContent(node)) return toDer(node)
  const isContent = node.tagClass === forge.asn1.Class.CONTEXT_SPECIFIC && content.every((child) => isOctets(child))
  const inner = isContent ? content.flatMap(chunks) : content.map(encodeBer)
  return Buffer.concat([Buffer.from([node.tagClass | CONSTRUCTED | node.type, INDEFINITE]), ...inner, END_OF_CONTENTS])
}

/** The encrypted content is the only OCTET STRING below a context tag [0]. */
function leadsToContent(node: asn1.Asn1): boolean {
  if (!Array.isArray(node.value)) return false
  if (node.tagClass === forge.asn1.Class.CONTEXT_SPECIFIC && node.value.some(isOctets)) return true
  return node.value.some(leadsToContent)
}

function chunks(octets: asn1.Asn1): Buffer[] {
  const bytes = Buffer.from(octets.value as string, 'latin1') // a primitive's value is its bytes as text
  const parts: Buffer[] = []
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    const value = bytes.subarray(at, at + CHUNK_BYTES).toString('latin1')
    parts.push(toDer(forge.asn1.create(octets.tagClass, octets.type, false, value)))
  }
  return parts
}

function isOctets(node: asn1.Asn1): boolean {
  return node.tagClass === forge.asn1.Class.UNIVERSAL && node.type === forge.asn1.Type.OCTETSTRING
}

function toDer(node: asn1.Asn1): Buffer {
  return Buffer.from(forge.asn1.toDer(node).getBytes(), 'latin1')
}
