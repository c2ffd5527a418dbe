import { describe, expect, it } from 'vitest'
import * as actions from '../../../../../renderer/features/groups/actions.ts'
import * as changes from '../../../../../renderer/features/groups/change-actions.ts'
import { readTreeFile, startImport } from '../../../../../renderer/features/groups/import-actions.ts'
import { createGroupsStore } from '../../../../../renderer/features/groups/store.ts'
import { AppError } from '../../../../../shared/errors.ts'
import { fakeGroupHandlers } from '../../../../e2e/page/fake-groups.ts'
import { createFakeDesk, later, settle, type SomeHandlers } from '../../fake-desk.ts'
import { details, group, tree } from './samples.ts'

const EMEA = '/Global/Nordwest/EMEA'
const BERLIN = `${EMEA}/Berlin`
const RETAIL = '/Global/Nordwest/Retail'

/** The store over the gallery's tree, which keeps the rules; single calls can be replaced. */
async function setUp(replaced: SomeHandlers['groups'] = {}) {
  const store = createGroupsStore()
  const desk = createFakeDesk({ groups: { ...fakeGroupHandlers('usual'), ...replaced } })
  await actions.loadGroups(store, desk)
  return { store, desk }
}

const paths = (store: ReturnType<typeof createGroupsStore>) => {
  const { loaded } = store.getState()
  return loaded.status === 'ready' ? [...loaded.value.index.byPath.keys()] : []
}

describe('the tree', () => {
  it('begins with the root chosen and open', async () => {
    const { store } = await setUp()
    expect(store.getState()).toMatchObject({ chosen: '/Global', details: { status: 'ready' } })
    expect(store.getState().view?.nodes[0]?.children.map(({ text }) => text)).toEqual(['Nordwest'])
  })

  it('opens down to a group that is chosen from elsewhere', async () => {
    const { store, desk } = await setUp()
    await actions.chooseGroup(store, desk, BERLIN)
    expect(store.getState().expanded.has(EMEA)).toBe(true)
    expect(store.getState().details).toMatchObject({ value: { group: { name: 'Berlin' } } })
  })

  it('chooses what the address named before the tree was there', async () => {
    const store = createGroupsStore()
    store.setState({ chosen: BERLIN })
    await actions.loadGroups(store, createFakeDesk({ groups: fakeGroupHandlers('usual') }))
    expect(store.getState()).toMatchObject({ chosen: BERLIN, details: { value: { group: { path: BERLIN } } } })
    expect(store.getState().expanded.has(EMEA)).toBe(true)
  })

  it('keeps what a person opened while a search is on', async () => {
    const { store, desk } = await setUp()
    actions.searchGroups(store, desk, 'berlin')
    expect(desk.feedback.getState().announcement).toBe('3 groups match.')
    actions.setExpanded(store, new Set())
    actions.searchGroups(store, desk, '')
    expect(store.getState().view?.nodes[0]?.children).toHaveLength(1)
  })

  it('says why it cannot be read', async () => {
    const store = createGroupsStore()
    await actions.loadGroups(store, createFakeDesk())
    expect(store.getState().loaded).toMatchObject({ status: 'failed', error: { code: 'internal' } })
  })

  it('shows no answer about a group that is no longer chosen', async () => {
    const slow = later<ReturnType<typeof details>>()
    const store = createGroupsStore()
    const desk = createFakeDesk({
      groups: {
        tree: () => tree([group('/Global'), group('/Global/A'), group('/Global/B')]),
        show: ({ group: path }) => (path === '/Global/A' ? slow.promise : details(path)),
      },
    })
    await actions.loadGroups(store, desk)
    const first = actions.chooseGroup(store, desk, '/Global/A')
    await actions.chooseGroup(store, desk, '/Global/B')
    slow.resolve(details('/Global/A'))
    await first
    expect(store.getState().details).toMatchObject({ value: { group: { path: '/Global/B' } } })
  })
})

describe('a change', () => {
  it('is previewed and not made', async () => {
    const { store, desk } = await setUp()
    await changes.previewChange(store, desk, { kind: 'move', group: BERLIN, to: RETAIL })
    const { pending } = store.getState()
    expect(pending?.preview).toMatchObject({ status: 'ready', value: { deviceCount: 1152 } })
    expect(desk.feedback.getState().announcement).toBe('Preview: something changes for 1,152 devices.')
    expect(paths(store)).toContain(BERLIN)
    changes.cancelChange(store)
    expect(store.getState().pending).toBeNull()
  })

  it('is made once it was seen; the moved group stays chosen and can be moved back', async () => {
    const { store, desk } = await setUp()
    await actions.chooseGroup(store, desk, `${BERLIN}/Sales`)
    await changes.previewChange(store, desk, { kind: 'move', group: BERLIN, to: RETAIL })
    await changes.applyChange(store, desk)
    expect(store.getState()).toMatchObject({ chosen: `${RETAIL}/Berlin/Sales`, pending: null })
    expect(store.getState().expanded.has(RETAIL)).toBe(true)
    const [message] = desk.feedback.getState().toasts
    expect(message?.text).toBe('“Berlin” is now below “Retail”.')

    message?.action?.onPress()
    await settle()
    await settle()
    expect(paths(store)).toContain(`${BERLIN}/Sales`)
    expect(desk.feedback.getState().toasts.at(-1)).toMatchObject({ text: 'Moving “Berlin” was undone.', action: null })
  })

  it('that adds a group chooses it, one that removes it chooses the one above', async () => {
    const { store, desk } = await setUp()
    await changes.previewChange(store, desk, { kind: 'add', parent: EMEA, name: 'Wien' })
    await changes.applyChange(store, desk)
    expect(store.getState().chosen).toBe(`${EMEA}/Wien`)
    await changes.previewChange(store, desk, { kind: 'remove', group: `${EMEA}/Wien` })
    await changes.applyChange(store, desk)
    expect(store.getState()).toMatchObject({ chosen: EMEA, details: { value: { group: { name: 'EMEA' } } } })
  })

  it('that fails stays with its reason, and can be tried again', async () => {
    const { store, desk } = await setUp({
      apply: () => {
        throw new AppError('db.busy', 'a sync writes')
      },
    })
    await changes.previewChange(store, desk, { kind: 'rename', group: BERLIN, name: 'Spandau' })
    await changes.applyChange(store, desk)
    expect(store.getState().pending).toMatchObject({ isApplying: false, error: { code: 'db.busy' } })
  })

  it('that cannot be previewed says why', async () => {
    const { store, desk } = await setUp()
    await changes.previewChange(store, desk, { kind: 'rename', group: BERLIN, name: 'Paris' })
    expect(store.getState().pending?.preview).toMatchObject({ status: 'failed', error: { code: 'group.name-taken' } })
  })

  it('shows no preview of a change that was given up', async () => {
    const { store, desk } = await setUp()
    const preview = changes.previewChange(store, desk, { kind: 'move', group: BERLIN, to: RETAIL })
    changes.cancelChange(store)
    await preview
    expect(store.getState().pending).toBeNull()
  })
})

describe('undo', () => {
  it('asks the core for nothing where there is nothing', async () => {
    let asked = 0
    const { store, desk } = await setUp({ undo: () => (asked++, { kind: 'add', group: EMEA, at: 0 }) })
    await changes.undoChange(store, desk)
    expect(asked).toBe(0)
  })

  it('that is too late says so', async () => {
    const { store, desk } = await setUp({
      undo: () => {
        throw new AppError('group.nothing-to-undo', '')
      },
    })
    await changes.previewChange(store, desk, { kind: 'add', parent: EMEA, name: 'Wien' })
    await changes.applyChange(store, desk)
    await changes.undoChange(store, desk)
    expect(store.getState()).toMatchObject({ isUndoing: false, undoError: { code: 'group.nothing-to-undo' } })
  })
})

it('reads a file of groups and tells what is not taken', async () => {
  const { store, desk } = await setUp()
  startImport(store)
  const csv = `path,type,group id\n${EMEA}/Wien,Container,wien\nEMEA/Graz,,\n`
  await readTreeFile(store, desk, new File([csv], 'groups.csv'))
  expect(store.getState().importing?.file).toMatchObject({
    value: { rows: [{ path: `${EMEA}/Wien` }], rejected: [{ line: 3 }] },
  })
  expect(desk.feedback.getState().announcement).toBe('1 row accepted, 1 row rejected.')
})
