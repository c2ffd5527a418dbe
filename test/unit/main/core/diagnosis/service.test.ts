import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DiagnosisProgress } from '../../../../../shared/contract/diagnosis.ts'
import type { TokenId } from '../../../../../shared/model/ids.ts'
import type { EnrollmentServer } from '../../../../fakes/enrollment-server/index.ts'
import { createHome, type Home } from './incidents/home.ts'

let home: Home
beforeAll(async () => {
  home = await createHome()
}, 60_000)
afterAll(() => home.close())

/** The network check beside it only looks in. */
const played = ({ requests }: EnrollmentServer) => requests.filter(({ method }) => method === 'POST')
const calls = (path: string) => home.simulator.log().filter((entry) => entry.path === path).length
const service = () => home.core.handlers.diagnosis

it('goes on with an answer, and reads nothing again that does not depend on it', async () => {
  const place = await home.place()
  await place.enrolling()
  const first = await home.diagnose(place.serial, 'not-prompting')
  expect(first.openQuestions).toContain('not-prompting/set-up-person')
  const before = [calls('/account'), calls('/devices'), calls('/profile')]
  const answers = { 'not-prompting/set-up-person': { option: 'yes' } }
  const second = await service().continue({ id: first.id, answers }, home.context())
  expect(second.causes[0]).toMatchObject({ cause: 'set-up-before-assignment', step: 'not-prompting/set-up-person' })
  expect([calls('/account'), calls('/devices'), calls('/profile')]).toEqual(before)
  const at = second.steps.findIndex(({ id }) => id === 'not-prompting/set-up-person')
  expect(second.steps.slice(0, at)).toEqual(first.steps.slice(0, at))
  const third = await service().continue(
    { id: first.id, answers: { 'not-prompting/set-up-person': null } },
    home.context(),
  )
  expect(third.steps).toEqual(first.steps)
})

it('a source is read again when somebody says so, and what rests on it', async () => {
  const place = await home.place()
  const first = await home.diagnose(place.serial, 'not-prompting')
  expect(first.causes[0]?.cause).toBe('no-profile')
  await place.enrolling('html')
  const again = await service().continue({ id: first.id, rerun: ['apple-details'] }, home.context())
  expect(again.steps.find(({ node }) => node === 'profile')).toMatchObject({ outcome: 'assigned' })
})

it('works offline with what is known, says how old that is, and asks nobody', async () => {
  const place = await home.place()
  home.simulator.clearLog()
  const found = await home.diagnose(place.serial, 'not-prompting', { offline: true })
  expect(home.simulator.log()).toEqual([])
  const listed = found.steps.find(({ node }) => node === 'listed')!
  expect(listed).toMatchObject({ outcome: 'here', evidence: { source: 'records' } })
  expect(listed.evidence!.at).toBeLessThanOrEqual(Date.now())
  expect(found.causes[0]?.cause).toBe('no-profile')
})

it('with a locked vault it tells what it knows without Apple', async () => {
  const place = await home.place()
  home.core.vault.lock()
  const found = await home.diagnose(place.serial, 'not-prompting')
  const { Secret } = await import('../../../../../shared/secret.ts')
  await home.core.handlers.vault.unlock({ passphrase: new Secret('correct horse battery') }, home.context())
  expect(found.sources).toContainEqual(expect.objectContaining({ source: 'apple-account', state: 'off' }))
  expect(found.causes[0]?.cause).toBe('no-profile')
})

it('does not play a device where nobody wants it to', async () => {
  const place = await home.place()
  const { server } = await place.enrolling('html')
  const found = await service().start(
    { serial: place.serial, tree: 'invalid-profile', rehearse: false },
    home.context(),
  )
  expect(server.requests).toEqual([])
  expect(found.steps.find(({ check }) => check === 'enrollment-answer')).toMatchObject({ outcome: 'unknown' })
})

it('is kept, listed per device, told in its time line, and can be removed', async () => {
  const place = await home.place()
  const { id } = await home.diagnose(place.serial, 'not-prompting')
  const history = () => service().history({ serial: place.serial, limit: 10 }, home.context())
  expect(await history()).toEqual([
    expect.objectContaining({ id, tree: 'not-prompting', cause: 'no-profile', openCount: 0 }),
  ])
  expect(await service().show({ id }, home.context())).toMatchObject({ id, serial: place.serial })
  const { timeline } = await home.core.handlers.devices.show({ serial: place.serial }, home.context())
  expect(timeline[0]).toMatchObject({ kind: 'diagnosed', text: 'A diagnosis found a likely cause.' })
  await service().remove({ id }, home.context())
  expect(await history()).toEqual([])
  await expect(async () => service().show({ id }, home.context())).rejects.toMatchObject({
    code: 'diagnosis.not-found',
  })
})

it('refuses a tree nobody knows, and one that is only a part of others', async () => {
  const refused = { code: 'diagnosis.unknown-tree' }
  for (const tree of ['no-such-tree', 'preconditions'])
    await expect(async () => home.diagnose(null, tree)).rejects.toMatchObject(refused)
})

it('tells what it does while it does it', async () => {
  const place = await home.place()
  await place.enrolling()
  const told: DiagnosisProgress[] = []
  const context = { ...home.context(), report: (progress: DiagnosisProgress) => void told.push(progress) }
  const found = await service().start({ serial: place.serial, tree: 'invalid-profile' }, context)
  expect(told.length).toBeGreaterThan(1)
  expect(told[0]!.steps.at(-1)).toMatchObject({ state: 'pending', outcome: null })
  expect(told.at(-1)!.steps).toEqual(found.steps)
})

it('a cancelled diagnosis ends at once and keeps nothing', async () => {
  const place = await home.place()
  await place.enrolling('silent')
  const stop = new AbortController()
  const running = service().start(
    { serial: place.serial, tree: 'invalid-profile' },
    {
      signal: stop.signal,
      report: ({ sources }) =>
        void (sources.some(({ source, state }) => source === 'apple-profile' && state === 'ready') && stop.abort()),
    },
  )
  await expect(Promise.resolve(running)).rejects.toThrow()
  expect(await service().history({ serial: place.serial, limit: 10 }, home.context())).toEqual([])
})

/** What has nothing to do with the enrollment server. */
const REST = ['records', 'portal-csv', 'apple-account', 'apple-details', 'apple-profile']

it('a server that never answers delays nothing else: all other evidence is there while it is waited for', async () => {
  const place = await home.place()
  await place.enrolling('silent')
  const stop = new AbortController()
  const read = new Set<string>()
  const running = service().start(
    { serial: place.serial, tree: 'not-downloaded' },
    {
      signal: stop.signal,
      report({ sources }) {
        for (const { source, state } of sources) if (state !== 'pending') read.add(source)
        if (REST.every((source) => read.has(source))) stop.abort()
      },
    },
  )
  await expect(Promise.resolve(running)).rejects.toThrow()
  expect(read.has('rehearsal')).toBe(false)
})

it('a token can be chosen: what is told of a device on two of them is told of that one', async () => {
  const place = await home.place()
  const other = await home.place({ isAlone: true })
  await place.enrolling()
  const chosen = { tokenId: other.token.id, serial: place.serial, tree: 'not-prompting' } as const
  const by = await service().start(chosen, home.context())
  expect(by.token).toEqual({ id: other.token.id, name: other.token.name })
  expect(by.steps.find(({ node }) => node === 'token-effective')).toMatchObject({
    outcome: 'own',
    evidence: { facts: { token: other.token.name } },
  })
  expect(by.steps.find(({ node }) => node === 'listed')).toMatchObject({ outcome: 'other-token' })
  const offline = await service().start({ ...chosen, offline: true }, home.context())
  expect(offline.steps.find(({ node }) => node === 'listed')).toMatchObject({ outcome: 'other-token' })
  const { text } = await service().report({ id: by.id, format: 'text', language: 'en' }, home.context())
  expect(text).toContain(`Looked at with the token ${other.token.name}.`)
  const again = await service().continue({ id: by.id, rerun: ['apple-details'] }, home.context())
  expect(again.token?.id).toBe(other.token.id)
  const gone = { ...chosen, tokenId: 'gone' as never }
  await expect(async () => service().start(gone, home.context())).rejects.toMatchObject({ code: 'token.not-found' })
})

it('a token file of a server that is connected as another token than the chosen one is refused', async () => {
  const [one, other] = [await home.place({ isAlone: true }), await home.place()]
  const tokenFile = home.simulator.issueToken(one.pair.certificate, { service: one.service })
  const use = async (tokenId?: TokenId) => {
    const request = { serial: null, tree: 'token-file', tokenFile, ...(tokenId && { tokenId }) }
    return (await service().start(request, home.context())).steps.find(({ node }) => node === 'used')?.outcome
  }
  expect([await use(), await use(one.token.id), await use(other.token.id)]).toEqual([
    'renewal',
    'renewal',
    'other-group',
  ])
})

it('many devices at once: grouped by cause, details asked for in bulk, a server tried once', async () => {
  const places = await Promise.all(Array.from({ length: 6 }, () => home.place()))
  const { server, uuid } = await places[0]!.enrolling('html')
  for (const { service: apple, serial } of places.slice(0, 4)) apple.assignProfile(serial, uuid)
  await places[0]!.sync()
  home.simulator.clearLog()
  const selection = { kind: 'serials', serials: places.map(({ serial }) => serial) } as const
  const found = await service().batch({ selection, tree: 'invalid-profile' }, home.context())
  expect(found).toMatchObject({ tree: 'invalid-profile', total: 6 })
  expect(found.groups[0]).toMatchObject({ cause: 'web-page-answer', count: 4 })
  expect(found.groups.flatMap(({ serials }) => serials).toSorted()).toEqual(selection.serials.toSorted())
  expect(calls('/devices')).toBe(1)
  expect(played(server).length).toBe(1)
  expect(found.requests).toBeLessThan(6)
})

it('more devices than can be diagnosed at once are refused', async () => {
  const serials = Array.from({ length: 2001 }, (_, index) => `S${index}`) as never
  await expect(async () =>
    service().batch({ selection: { kind: 'serials', serials } }, home.context()),
  ).rejects.toMatchObject({ code: 'diagnosis.too-many' })
})

it('a report is one file without script, in two languages, with the remedies and what was found', async () => {
  const place = await home.place()
  const { id } = await home.diagnose(place.serial, 'not-prompting')
  for (const language of ['en', 'de'] as const) {
    const { text, suggestedName } = await service().report({ id, format: 'html', language }, home.context())
    expect(suggestedName).toMatch(new RegExp(`^${place.serial}-not-prompting-\\d{4}-\\d\\d-\\d\\d\\.html$`))
    expect(text).toContain(`<html lang="${language}">`)
    expect(text).not.toMatch(/<script|https?:\/\/(?!mdm)|<img|<link/i)
    expect(text).toContain("default-src 'none'".replaceAll("'", '&#39;'))
    expect(text).toContain(place.serial)
    expect(text.match(/<li>/g)!.length).toBeGreaterThan(3)
    const plain = await service().report({ id, format: 'text', language }, home.context())
    expect(plain.text).toContain(language === 'en' ? 'What to do'.slice(0, 4) : 'Was')
  }
})

it('what a device or a person says cannot become markup', async () => {
  const place = await home.place()
  await place.enrolling()
  const evil = '<img src=x onerror=alert(1)> MCMDMErrorDomain 12004 \u202Eevil'
  const { id } = await home.diagnose(place.serial, 'not-downloaded', {
    answers: { 'not-downloaded/second-half': { text: evil } },
  })
  const { text } = await service().report({ id, format: 'html', language: 'en' }, home.context())
  expect(text).not.toMatch(/<img|\u202E/)
})

it('nothing secret is kept or told: neither a report nor the store knows the token', async () => {
  const place = await home.place({ isAlone: true })
  const { id } = await home.diagnose(place.serial, 'not-prompting')
  const shown = JSON.stringify(await service().show({ id }, home.context()))
  const { text } = await service().report({ id, format: 'html', language: 'en' }, home.context())
  const { consumer_key, consumer_secret, access_token, access_secret } = place.service.tokens.current()!.values
  const store = ['ade-desk.db', 'ade-desk.db-wal']
    .map((name) => readFileSync(`${home.dataDir}/${name}`, 'latin1'))
    .join()
  for (const secret of [consumer_key, consumer_secret, access_token, access_secret])
    for (const where of [shown, text, store]) expect(where).not.toContain(secret)
})
