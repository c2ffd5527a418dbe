import type { CoreHandlers } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ProfileId } from '../../../shared/model/ids.ts'
import {
  NO_CONSOLE_SETTINGS,
  type JsonValue,
  type Profile,
  type ProfileBody,
  type ProfileVersion,
} from '../../../shared/model/profile.ts'
import { findAdvice } from '../../../shared/model/profile-advice.ts'
import { findErrors, findWarnings, isBody } from '../../../shared/model/profile-rules.ts'
import { ARABIC_NAME, LONG_NAME, type Scene } from './scenes.ts'

export type ProfileScene = 'empty' | 'broken' | 'strange'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Not a certificate, but as long as one and of the right form. */
const FAKE_CERTIFICATE = `MIID${'Ab9x'.repeat(220)}Aw==`

const BODY = {
  profile_name: 'Retail iPads',
  url: 'https://mdm.example.com/enroll',
  department: 'Shop Support',
  support_phone_number: '+49 30 555 0100',
  is_supervised: true,
  is_mandatory: true,
  is_mdm_removable: false,
  await_device_configured: true,
  anchor_certs: [FAKE_CERTIFICATE],
  skip_setup_items: ['AppleID', 'TOS', 'Siri', 'Diagnostics', 'Payment', 'Location', 'Keyboard', 'HoloDeck'],
  x_vendor_note: 1.0,
}

function version(number: number, token: string, more: Partial<ProfileVersion> = {}): ProfileVersion {
  return {
    version: number,
    token,
    profileUuid: `2F${number}A9C41-7D3E-4B6A-9F10-5E8D0C1B2A3${number}`,
    state: 'published',
    publishedAt: Date.now() - (20 - number) * DAY_MS,
    appVersion: '0.1.0',
    deviceCount: 0,
    ...more,
  }
}

function profile(name: string, more: Partial<Profile> = {}): Profile {
  return {
    id: `profile-${name}` as ProfileId,
    name,
    group: '/Global',
    draft: `${JSON.stringify({ ...BODY, profile_name: name }, null, 2)}\n`,
    isEdited: false,
    console: NO_CONSOLE_SETTINGS,
    notes: '',
    versions: [],
    defaultOf: [],
    updatedAt: Date.now() - 3 * HOUR_MS,
    ...more,
  }
}

const LONG = 'Ein sehr langer Name eines Profils, den jemand in der Zentrale 2014 für selbsterklärend hielt'

function profilesOf(scene: Scene): readonly Profile[] {
  if (scene.profiles === 'empty') return []
  if (scene.profiles === 'strange') {
    return [
      profile(LONG, {
        group: '/Global/Nordwest/Außendienst und Vertrieb/Filialen der Region Süd/Berlin',
        versions: [
          version(1, LONG_NAME, {
            deviceCount: 1_204_000,
          }),
        ],
      }),
      profile('ملف تعريف أجهزة المدرسة', {
        isEdited: true,
        defaultOf: [ARABIC_NAME],
        versions: [version(1, ARABIC_NAME, { deviceCount: 20 })],
      }),
      profile('<b>أجهزة المدرسة</b>', { draft: '{ this is no JSON' }),
    ]
  }
  const [first = 'Global devices'] = scene.tokens === 'broken' ? [] : scene.tokens.map(({ name }) => name)
  return [
    profile('Retail iPads', {
      isEdited: true,
      defaultOf: [first],
      versions: [
        version(4, 'Schools', { state: 'gone', deviceCount: 155 }),
        version(3, first, { deviceCount: 8_790 }),
        version(2, 'Laboratory', { state: 'unknown', profileUuid: null }),
        version(1, first, { deviceCount: 12_004 }),
      ],
      console: {
        ...NO_CONSOLE_SETTINGS,
        authentication: false,
        deviceGroup: '/Global/Nordwest/EMEA',
        registration: 'two',
        primaryAccount: 'standard',
        adminAccount: true,
        adminUser: 'it',
        adminPassword: 'same',
      },
    }),
    profile('Executives', { versions: [version(1, first, { deviceCount: 18 })], group: '/Global/EMEA' }),
    profile('Apple TV in meeting rooms', {
      draft: '{"profile_name":"Apple TV in meeting rooms"}',
      isEdited: true,
    }),
  ]
}

function parse(text: string): ProfileBody {
  try {
    const value: unknown = JSON.parse(text)
    if (isBody(value)) return value
  } catch {
    // told below
  }
  throw new AppError('profile.not-json', 'the text is no JSON')
}

export function fakeProfileHandlers(scene: Scene, changed: () => void): CoreHandlers['profiles'] {
  let all = [...profilesOf(scene)]
  const require = (wanted: string) => {
    const found = all.find(({ id, name }) => id === wanted || name === wanted)
    if (!found) throw new AppError('profile.not-found', `there is no profile ${wanted}`)
    return found
  }
  const store = (next: Profile) => {
    all = all.some(({ id }) => id === next.id) ? all.map((one) => (one.id === next.id ? next : one)) : [next, ...all]
    changed()
    return next
  }
  return {
    list: () => {
      if (scene.profiles === 'broken') throw new Error('made to fail')
      return all
    },
    askServer: ({ server }) =>
      server.includes('gone')
        ? { kind: 'failed', problem: 'not-trusted', host: server, detail: '' }
        : {
            kind: 'found',
            url: `https://${server}/enroll`,
            anchors: [
              {
                base64: FAKE_CERTIFICATE,
                subject: 'Nordwest Device CA, Nordwest AG',
                issuer: 'Nordwest Root, Nordwest AG',
                expiresAt: Date.UTC(2031, 4, 3),
              },
            ],
            trustProfileUrl: `https://${server}/trust.mobileconfig`,
          },
    checkServer: () => ({
      kind: 'not-trusted',
      fault: 'anchors-do-not-fit',
      isPublic: true,
      host: 'mdm.example.com',
      chain: [
        {
          base64: 'AA==',
          subject: 'mdm.example.com',
          issuer: 'Example Public CA 3, Example Trust',
          expiresAt: Date.UTC(2027, 1, 3),
        },
      ],
      subject: 'Example Public CA 3, Example Trust',
      date: null,
    }),
    show: ({ profile: wanted }) => require(wanted),
    check: ({ text }) => {
      let body: unknown
      try {
        body = parse(text)
      } catch {
        body = undefined
      }
      const errors = findErrors(body)
      if (!isBody(body)) return { valid: false, errors, warnings: [], advice: [] }
      const said = [...findWarnings(body), ...findAdvice(body)]
      return {
        valid: errors.length === 0,
        errors,
        warnings: said.filter(({ level }) => level === 'warning'),
        advice: said.filter(({ level }) => level === 'advice'),
      }
    },
    readCertificates: ({ file }) => {
      if (file.length < 10) throw new AppError('bad-input', 'no certificate was found in this file', { path: 'file' })
      return [describe(FAKE_CERTIFICATE)]
    },
    describeCertificates: ({ certificates }) => certificates.map(describe),
    import: ({ text, name = 'Profile', group = '/Global' }) => {
      parse(text)
      const made = store(profile(name, { draft: text, group, isEdited: true, updatedAt: Date.now() }))
      return { profile: made, created: true }
    },
    edit: ({ profile: wanted, name, text, group, console, notes }) => {
      const before = require(wanted)
      if (notes === 'changed meanwhile') throw new AppError('profile.changed-meanwhile', '')
      if (text !== undefined) parse(text)
      return store({
        ...before,
        name: name ?? before.name,
        draft: text ?? before.draft,
        isEdited: text === undefined ? before.isEdited : true,
        group: group ?? before.group,
        console: console ?? before.console,
        notes: notes ?? before.notes,
        updatedAt: Date.now(),
      })
    },
    remove: ({ profile: wanted }) => {
      const { id, defaultOf } = require(wanted)
      if (defaultOf.length > 0) throw new AppError('profile.in-use', `it is the default of ${defaultOf[0]!}`)
      all = all.filter((one) => one.id !== id)
      changed()
      return null
    },
    body: ({ profile: wanted }) => require(wanted).draft,
    diff: ({ from }) => ({
      differences: [
        { path: 'department', before: 'Shop Support', after: 'Retail Support' },
        { path: 'is_mdm_removable', before: undefined, after: false },
        {
          path: 'skip_setup_items',
          before: ['AppleID', 'TOS', 'Siri', 'Diagnostics'],
          after: ['AppleID', 'TOS', 'Siri', 'Payment'] as JsonValue,
        },
      ],
      deviceCount: from === 0 ? 0 : 8_790,
    }),
    publish: ({ profile: wanted, token, again }) => {
      const before = require(wanted)
      if (token === 'Laboratory' && !again) throw new AppError('profile.unsure', 'version 2 may exist at Apple')
      const made = version(before.versions.length + 1, token, { publishedAt: Date.now() })
      const after = store({ ...before, isEdited: false, versions: [made, ...before.versions] })
      const differences = token === 'Europe' ? [{ path: 'x_vendor_note', before: 1, after: undefined }] : []
      return { profile: after, version: made, differences }
    },
    verify: ({ profile: wanted }) => require(wanted),
    setDefault: ({ profile: wanted, token }) => {
      all = all.map((one) => {
        const rest = one.defaultOf.filter((name) => name !== token)
        return { ...one, defaultOf: one.id === wanted ? [...rest, token] : rest }
      })
      changed()
      return wanted === null ? null : require(wanted)
    },
  }
}

function describe(base64: string) {
  const expiresAt = Date.now() + 200 * DAY_MS
  return { base64, subject: 'Example Root CA, Example Corp', issuer: 'Example Root CA', expiresAt }
}
