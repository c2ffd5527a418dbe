import { AppError } from '../../../shared/errors.ts'
import { MAX_TOKEN_FILE_BYTES } from '../../../shared/contract/tokens.ts'
import { damaged, notAToken } from './failures.ts'
import { recogniseJson, recognisePemLabel, recogniseText } from './recognise.ts'

const SEQUENCE_OCTET = 0x30

/**
 * Takes off what a CMS message is wrapped in: a byte order mark, MIME headers, PEM lines, base64. Gives the bytes of
 * the message, unread. A file that is visibly something else is named: `token-file.not-a-token`.
 */
export function unwrap(file: Uint8Array): Uint8Array {
  if (file.length > MAX_TOKEN_FILE_BYTES) {
    throw new AppError('token-file.too-large', 'a token file has a few kilobytes', { facts: { bytes: file.length } })
  }
  if (file[0] === SEQUENCE_OCTET) return file
  const text = decodeText(file).replace(/\r\n?/g, '\n').trim()
  if (text === '') throw notAToken('empty')
  const lookalike = recogniseText(text)
  if (lookalike) throw notAToken(lookalike)
  const message = unwrapPem(text) ?? unwrapMime(text) ?? decodeBase64(text)
  if (!message) throw notAToken('unknown')
  if (message[0] === 0x7b) throw notAToken(recogniseJson(Buffer.from(message).toString('utf8')))
  return message
}

/** One character per byte, except that files saved as UTF-16 by an editor become plain text again. */
function decodeText(file: Uint8Array): string {
  const [first, second, third] = file
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(file)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(file)
  const hasMark = first === 0xef && second === 0xbb && third === 0xbf
  return Buffer.from(hasMark ? file.subarray(3) : file).toString('latin1')
}

/** The first block that may be a message: a certificate or a key may stand beside it in the same file. */
function unwrapPem(text: string): Uint8Array | undefined {
  const blocks = [...text.matchAll(/^-----BEGIN ([A-Z0-9 ]{1,40})-----[ \t]*$/gm)]
  const first = blocks[0]
  if (!first) return undefined
  const block = blocks.find(([, label = '']) => recognisePemLabel(label) === undefined)
  if (!block) throw notAToken(recognisePemLabel(first[1] ?? '') ?? 'unknown')
  const start = block.index + block[0].length
  const end = text.indexOf('-----', start)
  const message = decodeBase64(text.slice(start, end < 0 ? text.length : end))
  if (!message) throw damaged(`the ${block[1]} block is not base64`)
  return message
}

function unwrapMime(text: string): Uint8Array | undefined {
  if (!/^[!-9;-~]{1,70}:/.test(text)) return undefined
  const end = text.search(/\n[ \t]*\n/)
  const headers = readHeaders(end < 0 ? text : text.slice(0, end))
  const contentType = headers.get('content-type')?.toLowerCase() ?? ''
  if (contentType.startsWith('multipart/signed')) throw notAToken('signed-message')
  const body = end < 0 ? '' : text.slice(end)
  if (/^(text|multipart|message)\//.test(contentType)) {
    throw notAToken(body.includes('"consumer_key"') ? 'decrypted-token' : 'mail-message')
  }
  const message = decodeBase64(body)
  if (!message && contentType.includes('pkcs7')) throw damaged('nothing readable follows the headers')
  return message
}

function readHeaders(head: string): ReadonlyMap<string, string> {
  const lines = head.replace(/\n[ \t]+/g, ' ').split('\n')
  return new Map(
    lines.map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]
    }),
  )
}

function decodeBase64(text: string): Uint8Array | undefined {
  const packed = text.replace(/\s+/g, '')
  if (!/^[A-Za-z0-9+/]{4,}={0,2}$/.test(packed)) return undefined
  return Buffer.from(packed, 'base64')
}
