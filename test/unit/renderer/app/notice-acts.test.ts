import { expect, it } from 'vitest'
import { actOnNotice } from '../../../../renderer/app/notice-acts.ts'
import { createPage } from '../../../../renderer/app/page.ts'
import type { AddressBar } from '../../../../renderer/app/route-store.ts'
import type { Account } from '../../../../shared/model/token.ts'
import { createFakeDesk, settle } from '../fake-desk.ts'
import { notice, syncRun, token, tokenId } from '../samples.ts'

/** A page with one token, at rest, with the notice centre open. */
async function openPage(orgType: string | null = 'org') {
  const links: string[] = []
  const runs: string[] = []
  const desk = createFakeDesk({
    vault: { status: () => ({ state: 'unlocked', slots: [], secrets: 1 }) },
    tokens: { list: () => [token({ account: { orgType } as Account })], stagedKeys: () => [] },
    sync: {
      schedules: () => [],
      runs: () => [],
      running: () => [],
      run: (input) => (runs.push(input.tokenId), syncRun()),
    },
    shell: { openLink: ({ url }) => (links.push(url), null) },
  })
  const address: AddressBar = {
    location: { hash: '' },
    history: { replaceState: () => {} },
    addEventListener: () => {},
  }
  const page = createPage(desk.api, address)
  await settle()
  page.notices.setState({ isOpen: true })
  return { page, address, links, runs }
}

it('opens the wizard that renews the token it is about', async () => {
  const { page, address } = await openPage()
  actOnNotice(page, notice({ kind: 'token-expired' }))
  expect(page.tokens.getState().wizard?.renews?.id).toBe('t1')
  expect(address.location.hash).toBe('#/tokens?token=Europe')
  expect(page.notices.getState().isOpen).toBe(false)
})

it('starts the run that was due', async () => {
  const { page, address, runs } = await openPage()
  actOnNotice(page, notice({ kind: 'sync-overdue' }))
  await settle()
  expect(runs).toEqual(['t1'])
  expect(address.location.hash).toBe('#/sync')
})

it.each([
  ['org', 'https://business.apple.com'],
  ['edu', 'https://school.apple.com'],
  [null, 'https://business.apple.com'],
])('opens the portal of an organization of kind %s', async (orgType, url) => {
  const { page, links } = await openPage(orgType)
  actOnNotice(page, notice({ kind: 'terms-not-accepted' }))
  await settle()
  expect(links).toEqual([url])
})

it('leads to the runs and to the recovery code', async () => {
  const { page, address } = await openPage()
  actOnNotice(page, notice({ kind: 'sync-failed', count: 2 }))
  expect(address.location.hash).toBe('#/sync')
  actOnNotice(page, notice({ kind: 'no-recovery-code', tokenId: null }))
  expect(address.location.hash).toMatch(/^#\/settings/)
})

it('does nothing worse than to go there for a token that is gone meanwhile', async () => {
  const { page, address, runs } = await openPage()
  const gone = notice({ kind: 'token-expired', tokenId: tokenId('gone') })
  actOnNotice(page, gone)
  expect(page.tokens.getState().wizard).toBeNull()
  expect(address.location.hash).toBe('#/tokens?token=Europe')
  actOnNotice(page, { ...gone, kind: 'sync-overdue' })
  await settle()
  expect(runs).toEqual([])
})
