import { expect, it } from 'vitest'
import { commandsOf } from '../../../../renderer/app/commands.ts'
import { createPage } from '../../../../renderer/app/page.ts'
import { matchCommands } from '../../../../renderer/app/palette.ts'
import type { AddressBar } from '../../../../renderer/app/route-store.ts'
import { SECTIONS } from '../../../../renderer/features/settings/sections.ts'
import type { Command } from '../../../../renderer/lib/command.ts'
import type { TokenId } from '../../../../shared/model/ids.ts'
import { PLACES } from '../../../../shared/model/places.ts'
import { createFakeDesk, settle } from '../fake-desk.ts'
import { syncRun, token } from '../samples.ts'

/** A page with two tokens, at rest. */
async function openPage() {
  const runs: string[] = []
  const desk = createFakeDesk({
    vault: { status: () => ({ state: 'unlocked', slots: [], secrets: 1 }) },
    tokens: {
      list: () => [token({ name: 'Berlin' }), token({ id: 't2' as TokenId, name: 'Wien' })],
      stagedKeys: () => [],
    },
    sync: {
      schedules: () => [],
      runs: () => [],
      running: () => [],
      run: (input) => (runs.push(input.tokenId), syncRun()),
    },
  })
  const address: AddressBar = {
    location: { hash: '' },
    history: { replaceState: () => {} },
    addEventListener: () => {},
  }
  const page = createPage(desk.api, address)
  await settle()
  const gone: string[] = []
  const commands = () =>
    commandsOf(page, {
      go: (place) => void gone.push(place),
      lock: () => void gone.push('lock'),
      openNotices: () => void gone.push('notices'),
      openKeyMap: () => void gone.push('keys'),
    })
  const run = (title: string) => named(commands(), title).run()
  return { page, address, runs, gone, commands, run }
}

function named(commands: readonly Command[], title: string): Command {
  const found = commands.find((command) => command.title === title)
  if (!found) throw new Error(`no command is called “${title}”`)
  return found
}

it('reaches every place and every section of the settings', async () => {
  const { commands } = await openPage()
  const ids = commands().map(({ id }) => id)
  expect(PLACES.filter((place) => !ids.includes(`place:${place}`))).toEqual([])
  expect(SECTIONS.filter((section) => !ids.includes(`settings.${section}`))).toEqual([])
  expect(new Set(ids).size).toBe(ids.length)
})

it('offers every place before anything is typed, however many there are', async () => {
  const { commands } = await openPage()
  const places = matchCommands(commands(), '').find(({ section }) => section === 'places')
  expect(places?.commands.map(({ id }) => id)).toEqual(PLACES.map((place) => `place:${place}`))
})

it.each([
  'Connect a token',
  'Sync all tokens now',
  'Sync Berlin',
  'Fetch all of Berlin',
  'Verify Berlin with Apple',
  'Renew Berlin',
  'Owner and deputy of Berlin…',
  'Remove Berlin…',
  'Devices of Berlin',
  'Add a group…',
  'Import a tree from CSV',
  'New profile',
  'Show all devices',
  'Export devices as CSV',
  'Import a file',
  'Add an entry',
  'Save as calendar file (.ics)…',
  'New report',
  'Inventory',
  'Save diagnostics',
  'Check the store',
  'Raise a test notice',
  'Show notices',
  'Show the keyboard map',
  'Lock the vault',
])('reaches the action “%s”', async (title) => {
  const { commands } = await openPage()
  expect(named(commands(), title).section).toMatch(/^(actions|tokens)$/)
})

it('asks before a token is removed, at its card', async () => {
  const { page, address, run } = await openPage()
  run('Remove Wien…')
  expect(page.tokens.getState().removal?.token.name).toBe('Wien')
  expect(address.location.hash).toBe('#/tokens?token=Wien')
})

it('syncs all tokens', async () => {
  const { runs, run } = await openPage()
  run('Sync all tokens now')
  await settle()
  expect(runs).toEqual(['t1', 't2'])
})

it('finds a section of the settings by what is in it', async () => {
  const { commands } = await openPage()
  const found = matchCommands(commands(), 'backup').flatMap((group) => group.commands.map(({ title }) => title))
  expect(found).toContain('Settings: Vault')
})
