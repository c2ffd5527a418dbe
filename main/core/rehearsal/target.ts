import type { RehearsalInput } from '../../../shared/contract/rehearsal.ts'
import { AppError } from '../../../shared/errors.ts'
import { isBody } from '../../../shared/model/profile-rules.ts'
import type { RehearsalFinding, RehearsalMode, RehearsalPlan } from '../../../shared/model/rehearsal.ts'
import type { ReadDb } from '../../db/open.ts'
import { findProfile } from '../../db/profiles.ts'
import { listVersions } from '../../db/profile-versions.ts'
import { deviceOf, hasWebView } from './device.ts'
import { showUrl } from './show-url.ts'

export type Target = {
  /** Null where what is named cannot be asked; `findings` say why. */
  readonly url: URL | null
  readonly mode: RehearsalMode
  readonly anchors: readonly Uint8Array[] | undefined
  readonly isMultiUser: boolean
  /** Lower-case names that may be talked to. */
  readonly hosts: ReadonlySet<string>
  readonly findings: readonly RehearsalFinding[]
  readonly plan: RehearsalPlan
}

type Definition = {
  readonly url: string
  readonly webUrl: string | null
  readonly anchors: readonly string[] | null
  readonly isMultiUser: boolean
}

/** What is rehearsed and with which device. Fails with `profile.not-found` and `profile.not-json`. */
export function targetOf(db: ReadDb, input: RehearsalInput): Target {
  const definition = definitionOf(db, input.target)
  const device = deviceOf(input)
  const mode = definition.webUrl !== null && hasWebView(device.product) ? 'web' : 'post'
  const main = readAddress(definition.url, 'url')
  const web = definition.webUrl === null ? null : readAddress(definition.webUrl, 'web-url')
  const asked = mode === 'web' ? web! : main
  const { anchors, unreadable } = readAnchors(definition.anchors)
  const hosts = [main, web].flatMap((one) => (one?.url ? [one.url.hostname] : []))
  const findings = [...main.findings, ...(web?.findings ?? []), ...unreadable]
  return {
    url: asked.findings.length === 0 ? asked.url : null,
    mode,
    anchors,
    isMultiUser: definition.isMultiUser,
    hosts: new Set(hosts),
    findings,
    plan: {
      mode,
      url: asked.url ? showUrl(asked.url) : '–',
      hosts: [...new Set(hosts)],
      anchors: anchors?.length ?? 0,
      serial: device.serial,
      product: device.product,
      osVersion: device.osVersion,
      isOwnSerial: input.serial !== undefined,
    },
  }
}

function definitionOf(db: ReadDb, target: RehearsalInput['target']): Definition {
  if ('url' in target) return { url: target.url, webUrl: null, anchors: null, isMultiUser: false }
  return 'body' in target ? readDefinition(target.body) : readDefinition(storedBody(db, target.profile))
}

/** What devices have: the newest version that Apple took, else the draft. */
function storedBody(db: ReadDb, wanted: string): Readonly<Record<string, unknown>> {
  const profile = findProfile(db, wanted)
  if (!profile) throw new AppError('profile.not-found', `there is no profile ${wanted}`)
  const published = listVersions(db, profile.no).find(({ profileUuid }) => profileUuid !== null)
  const body: unknown = JSON.parse((published?.body ?? profile.draft).replace(/^\uFEFF/, ''))
  return isBody(body) ? body : {}
}

function readDefinition(body: Readonly<Record<string, unknown>>): Definition {
  const text = (key: string) => (typeof body[key] === 'string' ? body[key].trim() : '')
  const listed = body['anchor_certs']
  const anchors = Array.isArray(listed) ? listed.filter((one) => typeof one === 'string') : []
  return {
    url: text('url'),
    webUrl: text('configuration_web_url') || null,
    // An empty list means the same as none: no device could trust anybody with it.
    anchors: anchors.length > 0 ? anchors : null,
    isMultiUser: body['is_multi_user'] === true,
  }
}

type Address = { readonly url: URL | null; readonly findings: readonly RehearsalFinding[] }

function readAddress(text: string, kind: 'url' | 'web-url'): Address {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url?.hostname) return { url: null, findings: [{ severity: 'error', code: `${kind}-invalid`, facts: {} }] }
  url.hash = ''
  if (url.protocol === 'https:') return { url, findings: [] }
  return { url, findings: [{ severity: 'error', code: `${kind}-not-https`, facts: { url: showUrl(url) } }] }
}

function readAnchors(listed: readonly string[] | null) {
  const anchors = listed?.map((base64) => new Uint8Array(Buffer.from(base64, 'base64')))
  const unreadable: RehearsalFinding[] = (anchors ?? []).flatMap((der, at) =>
    der[0] === 0x30 ? [] : [{ severity: 'warning', code: 'anchor-unreadable', facts: { number: at + 1 } }],
  )
  return { anchors, unreadable }
}
