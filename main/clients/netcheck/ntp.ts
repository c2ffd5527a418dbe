import { createSocket } from 'node:dgram'
import { randomBytes } from 'node:crypto'
import { isIP } from 'node:net'
import type { NtpCheck } from '../../../shared/model/network-check.ts'
import { reasonOf } from '../connect/sockets.ts'
import { bounded, stopwatch, TIMED_OUT, wholeSeconds } from './bounded.ts'

type Asking = {
  readonly address: string
  readonly port: number
  readonly timeoutMs: number
  readonly signal: AbortSignal
}

const PACKET_BYTES = 48
/** Seconds from 1900 to 1970. */
const EPOCH_SECONDS = 2_208_988_800
const TRANSMIT = 40
const ORIGINATE = 24
const RECEIVE = 32

/** One question for the time (RFC 5905, SNTP). Silence is an answer too: UDP tells no more. */
export async function askTime({ address, port, timeoutMs, signal }: Asking): Promise<NtpCheck> {
  const took = stopwatch()
  const nothing = { clockSeconds: null, stratum: null }
  try {
    const answer = await bounded(timeoutMs, signal, (inTime) => exchange(address, port, inTime))
    if (answer === TIMED_OUT) return { ...nothing, outcome: 'no-answer', ms: took(), reason: null }
    return { ...answer, outcome: 'ok', ms: took(), reason: null }
  } catch (error) {
    signal.throwIfAborted()
    const reason = reasonOf(error)
    const outcome = reason === 'ECONNREFUSED' ? 'refused' : /UNREACH|NOTAVAIL/.test(reason) ? 'no-route' : 'failed'
    return { ...nothing, outcome, ms: took(), reason }
  }
}

type Time = Pick<NtpCheck, 'clockSeconds' | 'stratum'>

function exchange(address: string, port: number, signal: AbortSignal): Promise<Time> {
  return new Promise((resolve, reject) => {
    const socket = createSocket(isIP(address) === 6 ? 'udp6' : 'udp4')
    const end = (finish: () => void) => {
      signal.removeEventListener('abort', stop)
      socket.removeAllListeners().on('error', () => {})
      socket.close()
      finish()
    }
    const stop = () => end(() => reject(signal.reason as Error)) // an error or TIMED_OUT
    signal.addEventListener('abort', stop, { once: true })
    // The mark comes back in the answer, so that nobody who does not see the question can answer it.
    const question = Buffer.alloc(PACKET_BYTES)
    question[0] = 0x23 // no leap second, version 4, client
    randomBytes(8).copy(question, TRANSMIT)
    let sentAt = 0
    socket.on('error', (error) => end(() => reject(error)))
    socket.on('message', (message) => {
      const time = readTime(message, question, { sentAt, receivedAt: Date.now() })
      if (time) end(() => resolve(time))
    })
    // A connected socket hears of nobody else, and learns when the port is closed.
    socket.connect(port, address, () => {
      sentAt = Date.now()
      socket.send(question)
    })
  })
}

/** Undefined for what is no answer to this question. */
export function readTime(
  message: Buffer,
  question: Buffer,
  { sentAt, receivedAt }: { readonly sentAt: number; readonly receivedAt: number },
): Time | undefined {
  const isServer = message.length >= PACKET_BYTES && (message[0]! & 0x07) === 4
  const mark = (packet: Buffer, at: number) => packet.subarray(at, at + 8)
  if (!isServer || !mark(message, ORIGINATE).equals(mark(question, TRANSMIT))) return undefined
  const stratum = message[1]!
  // Stratum 0 is a refusal ("kiss of death"), 16 a server without time: an answer, but no time.
  if (stratum === 0 || stratum > 15) return { clockSeconds: null, stratum }
  const [received, sent] = [readStamp(message, RECEIVE), readStamp(message, TRANSMIT)]
  return { clockSeconds: wholeSeconds((received - sentAt + (sent - receivedAt)) / 2), stratum }
}

/** Milliseconds since 1970. The first era of the stamps ends in 2036; a set highest bit is before that. */
function readStamp(packet: Buffer, at: number): number {
  const seconds = packet.readUInt32BE(at)
  const era = seconds < 0x8000_0000 ? 0x1_0000_0000 : 0
  return (seconds + era - EPOCH_SECONDS) * 1000 + (packet.readUInt32BE(at + 4) / 0x1_0000_0000) * 1000
}
