import { gzipSync } from 'node:zlib'
import type { ServerResponse } from 'node:http'
import type { Refusal } from './refusal.ts'
import type { ScriptedAnswer } from './script.ts'
import type { Settings } from './settings.ts'

/** Exactly as Apple writes it, without a hyphen in the name of the character set. */
export const JSON_TYPE = 'application/json;charset=UTF8'

export type Answer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** How an answer is spoiled on its way. */
export type Spoiling = Pick<
  ScriptedAnswer,
  'isHanging' | 'isGzipped' | 'resetAtByte' | 'truncateAtByte' | 'shortenBodyTo'
>

export function jsonAnswer(value: unknown, status = 200): Answer {
  return { status, headers: { 'Content-Type': JSON_TYPE }, body: Buffer.from(JSON.stringify(value)) }
}

export function refusalAnswer({ status, code }: Pick<Refusal, 'status' | 'code'>, form: Settings['errorForm']): Answer {
  if (code === '') return { status, headers: {}, body: Buffer.alloc(0) }
  const text = form === 'bare' ? code : JSON.stringify(form === 'quoted' ? code : { code })
  return {
    status,
    headers: { 'Content-Type': form === 'bare' ? 'text/plain;charset=UTF8' : JSON_TYPE },
    body: Buffer.from(text),
  }
}

export function scriptedAnswer(status: number, script: ScriptedAnswer, form: Settings['errorForm']): Answer {
  const { code, body, headers } = script
  const answer =
    body === undefined
      ? refusalAnswer({ status, code: code ?? '' }, form)
      : typeof body === 'string'
        ? { status, headers: { 'Content-Type': 'text/plain;charset=UTF8' }, body: Buffer.from(body) }
        : jsonAnswer(body, status)
  return { ...answer, headers: { ...answer.headers, ...headers } }
}

/** Sends an answer, or as much of it as the spoiling leaves. Answers the number of bytes handed to the network. */
export function send(response: ServerResponse, answer: Answer, spoiling: Spoiling): number {
  if (spoiling.isHanging) return 0
  const { status, headers, body } = spoil(answer, spoiling)
  const all = { ...headers, 'Content-Length': String(body.length) }
  const cut = spoiling.resetAtByte ?? spoiling.truncateAtByte
  if (cut === undefined) {
    response.writeHead(status, all)
    response.end(body)
    return body.length
  }
  // A cut is counted in raw bytes, head included: the head is written by hand.
  const head = [`HTTP/1.1 ${status} Cut`, ...Object.entries(all).map(([name, value]) => `${name}: ${value}`), '', '']
  const raw = Buffer.concat([Buffer.from(head.join('\r\n')), body])
  const part = raw.subarray(0, cut < 0 ? Math.max(0, raw.length + cut) : cut)
  const { socket } = response
  if (socket === null) return 0
  if (spoiling.resetAtByte === undefined) socket.end(part)
  else socket.write(part, () => socket.resetAndDestroy())
  return part.length
}

function spoil(answer: Answer, { isGzipped, shortenBodyTo }: Spoiling): Answer {
  const body = shortenBodyTo === undefined ? answer.body : answer.body.subarray(0, shortenBodyTo)
  if (!isGzipped) return { ...answer, body }
  return { ...answer, headers: { ...answer.headers, 'Content-Encoding': 'gzip' }, body: gzipSync(body) }
}
