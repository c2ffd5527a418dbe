import { describe, expect, it, vi } from 'vitest'
import { runningJobs } from '../../../../../renderer/app/jobs.ts'
import * as drafts from '../../../../../renderer/features/profiles/draft-actions.ts'
import { addCertificates, removeCertificate } from '../../../../../renderer/features/profiles/certificate-actions.ts'
import { exportText, exportVersion } from '../../../../../renderer/features/profiles/export-actions.ts'
import { createProfile, importFile } from '../../../../../renderer/features/profiles/list-actions.ts'
import {
  receiveProfile,
  reopenProfile,
  saveDraft,
  saveOver,
} from '../../../../../renderer/features/profiles/saving-actions.ts'
import { createProfilesStore } from '../../../../../renderer/features/profiles/store.ts'
import * as versions from '../../../../../renderer/features/profiles/version-actions.ts'
import { AppError } from '../../../../../shared/errors.ts'
import type { ProfileId } from '../../../../../shared/model/ids.ts'
import { NO_CONSOLE_SETTINGS, type Profile } from '../../../../../shared/model/profile.ts'
import { createFakeDesk, type SomeHandlers } from '../../fake-desk.ts'

const TEXT = '{\n  "profile_name": "Berlin",\n  "x_vendor": 1.0\n}\n'

function profile(more: Partial<Profile> = {}): Profile {
  return {
    id: 'p1' as ProfileId,
    name: 'Berlin',
    group: '/Global',
    draft: TEXT,
    isEdited: true,
    console: NO_CONSOLE_SETTINGS,
    notes: '',
    versions: [],
    defaultOf: [],
    updatedAt: 1,
    ...more,
  }
}

const CLEAN = { valid: true, errors: [], warnings: [], advice: [] }

function open(handlers: SomeHandlers['profiles'] = {}, more: Omit<SomeHandlers, 'profiles'> = {}) {
  const store = createProfilesStore()
  const desk = createFakeDesk({
    profiles: { list: () => [profile()], check: () => CLEAN, ...handlers },
    groups: { tree: () => ({ groups: [], undo: null }) as never },
    ...more,
  })
  drafts.openProfile(store, desk, profile())
  return { store, desk, opened: () => store.getState().opened! }
}

describe('a draft', () => {
  it('is changed member by member, and the rest of the text stays', () => {
    const { store, desk, opened } = open()
    drafts.editMember(store, desk, 'is_supervised', true)
    expect(opened().draft.text).toBe(TEXT.replace('1.0\n', '1.0,\n  "is_supervised": true\n'))
    expect(drafts.isDirty(opened())).toBe(true)
    drafts.editMember(store, desk, 'is_supervised', undefined)
    expect(opened().draft.text).toBe(TEXT)
    expect(drafts.isDirty(opened())).toBe(false)
  })

  it('is saved with the time it was read at; what was not changed is not sent', async () => {
    const edit = vi.fn((_input: unknown) => profile({ notes: 'new', updatedAt: 2 }))
    const { store, desk, opened } = open({ edit })
    drafts.editDraft(store, desk, { notes: 'new' })
    expect(await saveDraft(store, desk)).toBe(true)
    expect(edit.mock.calls[0]![0]).toEqual({
      profile: 'p1',
      updatedAt: 1,
      notes: 'new',
      console: NO_CONSOLE_SETTINGS,
    })
    expect(opened().saved.updatedAt).toBe(2)
    expect(drafts.isDirty(opened())).toBe(false)
  })

  it('that somebody else has saved meanwhile is kept until one says whose is right', async () => {
    let theirs = profile({ notes: 'theirs', updatedAt: 2 })
    const { store, desk, opened } = open({
      show: () => theirs,
      edit: ({ updatedAt, notes }) => {
        if (updatedAt !== theirs.updatedAt) throw new AppError('profile.changed-meanwhile', 'saved by somebody else')
        return (theirs = profile({ notes: notes ?? theirs.notes, updatedAt: 3 }))
      },
    })
    drafts.editDraft(store, desk, { notes: 'mine' })
    expect(await saveDraft(store, desk)).toBe(false)
    expect(opened().saving).toMatchObject({ status: 'failed', error: { code: 'profile.changed-meanwhile' } })
    expect(opened().draft.notes).toBe('mine')
    await saveOver(store, desk, profile().id)
    expect(theirs.notes).toBe('mine')
    await reopenProfile(store, desk, profile().id)
    expect(opened()).toMatchObject({ draft: { notes: 'mine' }, saving: { status: 'idle' } })
  })

  it('takes over what others save while nothing is edited, and keeps what is edited', () => {
    const { store, desk, opened } = open()
    receiveProfile(store, profile({ notes: 'theirs', updatedAt: 2 }))
    expect(opened().draft.notes).toBe('theirs')
    drafts.editDraft(store, desk, { notes: 'mine' })
    receiveProfile(store, profile({ notes: 'again theirs', updatedAt: 3, defaultOf: ['Berlin'] }))
    expect(opened()).toMatchObject({ draft: { notes: 'mine' }, saved: { updatedAt: 2, defaultOf: ['Berlin'] } })
  })

  it('is not left without asking while it is not saved', () => {
    const { store, desk } = open()
    drafts.editDraft(store, desk, { notes: 'mine' })
    drafts.leaveProfile(store)
    expect(store.getState()).toMatchObject({ isLeaving: true, opened: { draft: { notes: 'mine' } } })
    drafts.closeProfile(store)
    expect(store.getState()).toMatchObject({ isLeaving: false, opened: null })
  })

  it('takes an answer only about the text that was asked about', async () => {
    const error = { level: 'error', path: 'url', code: 'CONFIG_URL_REQUIRED', rule: 'url-required', facts: {} } as const
    const { store, desk, opened } = open({
      check: ({ text }) => ({ ...CLEAN, valid: false, errors: text === TEXT ? [error] : [] }),
    })
    const asked = drafts.checkDraft(store, desk)
    drafts.editMember(store, desk, 'url', 'https://mdm.example.com')
    await asked
    expect(opened().check).toBeNull()
  })

  it('gets the certificates of a file behind its own, each once', async () => {
    const certificate = (base64: string) => ({ base64, subject: 's', issuer: 'i', expiresAt: 0 })
    const { store, desk, opened } = open({
      readCertificates: () => [certificate('MIIB'), certificate('MIIC')],
      describeCertificates: ({ certificates }) => certificates.map(certificate),
    })
    drafts.editMember(store, desk, 'anchor_certs', ['MIIB'])
    await addCertificates(store, desk, { member: 'anchor_certs', file: new Uint8Array(20) })
    expect(JSON.parse(opened().draft.text)['anchor_certs']).toEqual(['MIIB', 'MIIC'])
    removeCertificate(store, desk, { member: 'anchor_certs', index: 0 })
    removeCertificate(store, desk, { member: 'anchor_certs', index: 0 })
    expect(opened().draft.text).toBe(TEXT)
  })
})

describe('a list', () => {
  it('a new profile has a name and nothing nobody chose; a file never replaces a profile', async () => {
    const made = vi.fn((input: { readonly text: string; readonly name?: string | undefined }) => ({
      profile: profile({ id: 'p2' as ProfileId, name: input.name!, draft: input.text }),
      created: true,
    }))
    const store = createProfilesStore()
    const { desk } = open({ import: made })
    store.setState({ creating: { name: ' Paris ', work: { status: 'idle' } } })
    await createProfile(store, desk)
    expect(made.mock.calls[0]![0]).toEqual({ name: 'Paris', text: '{\n  "profile_name": "Paris"\n}\n' })
    await importFile(store, desk, new File([TEXT], 'x.json'))
    expect(made.mock.calls[1]![0]).toEqual({ name: 'Berlin 2', text: TEXT })
  })

  it('a file is read byte for byte and written back so; what is no text of UTF-8 is no profile', async () => {
    const bytes = new TextEncoder().encode(`\uFEFF${TEXT.replaceAll('\n', '\r\n')}\t`)
    const saved: { readonly path: string; readonly text: string }[] = []
    const { store, desk } = open(
      {
        import: ({ text, name }) => ({
          profile: profile({ id: 'p2' as ProfileId, name: name!, draft: text }),
          created: true,
        }),
      },
      {
        shell: {
          chooseSavePath: ({ suggestedName }) => `/there/${suggestedName}`,
          saveText: (input) => {
            if (saved.length > 0) throw new AppError('file.unwritable', 'full')
            saved.push(input)
            return null
          },
        },
      },
    )
    await importFile(store, desk, new File([bytes], 'x.json'))
    const opened = store.getState().opened!
    await exportText(store, desk, { name: opened.saved.name, written: opened.draft.text })
    expect(saved[0]!.path).toBe('/there/Berlin.json')
    expect(new TextEncoder().encode(saved[0]!.text)).toEqual(bytes)
    await exportText(store, desk, { name: 'again', written: TEXT })
    expect(store.getState().exporting).toMatchObject({ status: 'failed', error: { code: 'file.unwritable' } })
    await importFile(store, desk, new File([new Uint8Array([0x7b, 0xff, 0x7d])], 'y.json'))
    expect(store.getState().importing).toMatchObject({ status: 'failed', error: { code: 'profile.not-json' } })
  })

  it('a version is exported as it was sent; whoever changes their mind writes nothing', async () => {
    const saved: string[] = []
    let path: string | null = '/there/v.json'
    const { store, desk } = open(
      { body: ({ version }) => `{"version":${version}}` },
      { shell: { chooseSavePath: () => path, saveText: ({ text }) => (saved.push(text), null) } },
    )
    await exportVersion(store, desk, { profile: profile(), version: 3 })
    path = null
    await exportVersion(store, desk, { profile: profile(), version: 4 })
    expect(saved).toEqual(['{"version":3}'])
  })
})

describe('publishing', () => {
  const version = {
    version: 1,
    token: 'T',
    profileUuid: 'U',
    state: 'published',
    publishedAt: 0,
    appVersion: '0',
    deviceCount: 0,
  } as const

  it('saves first; an uncertain one is repeated only on purpose', async () => {
    const asked: unknown[] = []
    const { store, desk } = open({
      edit: ({ notes }) => profile({ notes: notes ?? '', updatedAt: 2 }),
      publish: (input) => {
        asked.push(input)
        if (!input.again) throw new AppError('profile.unsure', 'version 1 may exist at Apple')
        return { profile: profile({ versions: [version], updatedAt: 2 }), version, differences: [] }
      },
    })
    drafts.editDraft(store, desk, { notes: 'new' })
    versions.beginPublishing(store, 'T')
    await versions.publishDraft(store, desk)
    expect(store.getState().opened!.saved.notes).toBe('new')
    expect(store.getState().publishing?.work).toMatchObject({ status: 'failed', error: { code: 'profile.unsure' } })
    expect(asked).toHaveLength(1)
    await versions.publishDraft(store, desk, { again: true })
    expect(asked[1]).toMatchObject({ again: true })
    expect(store.getState().publishing?.work).toMatchObject({ status: 'ready', value: { version } })
  })

  it('that is refused to be saved publishes nothing', async () => {
    const publish = vi.fn()
    const { store, desk } = open({
      publish,
      edit: () => {
        throw new AppError('profile.not-json', 'the text is no JSON')
      },
    })
    drafts.editDraft(store, desk, { text: '{' })
    versions.beginPublishing(store, 'T')
    await versions.publishDraft(store, desk)
    expect(publish).not.toHaveBeenCalled()
    expect(store.getState()).toMatchObject({ publishing: null, opened: { saving: { status: 'failed' } } })
  })

  it('gives the newest version to devices with progress, seen from every place', async () => {
    const seen: (number | null)[] = []
    const plan = { total: 2, change: 2, same: 0, gone: 0, unpublished: 0 }
    const { store, desk } = open(
      {},
      {
        assignments: {
          update: (_input, { report }) => {
            report({ phase: 'telling', done: 1, total: 2 })
            return { plan, results: { SUCCESS: 2 }, devices: [] }
          },
        },
      },
    )
    store.subscribe(({ update }) => {
      const [job] = runningJobs({ running: new Map() }, { exporting: { status: 'idle' }, moving: null }, null, update)
      if (job) seen.push(job.fraction)
    })
    await versions.updateDevices(store, desk, 'T')
    expect(seen).toContain(0.5)
    expect(store.getState().update).toMatchObject({ token: 'T', work: { status: 'ready', value: { plan } } })
    versions.forgetUpdate(store)
    expect(store.getState().update).toBeNull()
  })
})
