import type { ServerFailure, ServerTrust } from '../../../shared/model/profile.ts'
import { formatDate } from '../../lib/format.ts'
import { text } from '../../lib/text.ts'
import type { Tone } from '../../ui/Notice.tsx'

export type ServerWords = { readonly tone: Tone; readonly title: string; readonly detail: string }

/** Why nothing could be learnt from a server, and what to do. */
export function failureWords({ problem, host, detail }: ServerFailure): ServerWords {
  const { titles, details } = text().profiles.serverProblems
  return { tone: 'bad', title: titles[problem](host), detail: details[problem](detail) }
}

/** What a device would say to the server, and what to do. */
export function trustWords(trust: ServerTrust): ServerWords {
  const words = text().profiles.trust
  const { host } = trust
  if (trust.kind === 'trusted') {
    const title = words.trusted(host)
    return { tone: trust.by === 'this-computer' ? 'warn' : 'good', title, detail: words.by[trust.by] }
  }
  const { fault, subject, date, isPublic } = trust
  const detail = words.faults[fault](subject, date === null ? '' : formatDate(date))
  const isNeedless = isPublic && (fault === 'anchors-do-not-fit' || fault === 'anchor-expired')
  return { tone: 'bad', title: words.notTrusted(host), detail: isNeedless ? `${detail} ${words.needless}` : detail }
}
