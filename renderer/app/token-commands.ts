import type { Place } from '../../shared/model/places.ts'
import type { Token } from '../../shared/model/token.ts'
import { cancelRun, startRun } from '../features/sync/index.ts'
import { askForContacts, askToRemove, openRenew, verifyToken } from '../features/tokens/index.ts'
import type { Command } from '../lib/command.ts'
import { text } from '../lib/text.ts'
import type { PageStores } from './page.ts'
import { goTo } from './route-store.ts'
import { addressQuery } from './routes.ts'

/** What can be done with one token, wherever its page is. */
export function tokenCommands(page: PageStores, token: Token): readonly Command[] {
  const { id, name, serverName } = token
  const words = text().frame.commands
  const { running, own } = page.sync.getState()
  const isRunning = running.has(id) || own.has(id)
  const run = (full: boolean) => () => {
    void startRun(page.sync, page.desk, { tokenId: id, full })
    goTo(page.address, { place: 'sync', query: '' })
  }
  const about = { section: 'tokens', ...(serverName === null ? {} : { detail: serverName }) } as const
  const work: readonly Command[] = isRunning
    ? [
        {
          ...about,
          id: `cancel:${id}`,
          title: words.cancelRun(name),
          icon: 'close',
          run: () => cancelRun(page.sync, page.desk, id),
        },
      ]
    : [
        { ...about, id: `sync:${id}`, title: words.sync(name), icon: 'sync', run: run(false) },
        { ...about, id: `fetch:${id}`, title: words.fetchAll(name), icon: 'download', run: run(true) },
      ]
  const there = (act: () => void) => () => {
    goTo(page.address, { place: 'tokens', query: addressQuery({ token: name }) })
    act()
  }
  const show = (place: Place, query: Readonly<Record<string, string>>) => () =>
    goTo(page.address, { place, query: addressQuery(query) })
  return [
    { ...about, id: `token:${id}`, title: name, icon: 'key', run: show('tokens', { token: name }) },
    {
      ...about,
      id: `devices:${id}`,
      title: words.tokenDevices(name),
      icon: 'laptop',
      run: show('devices', { tokenId: id }),
    },
    ...work,
    {
      ...about,
      id: `verify:${id}`,
      title: words.verify(name),
      icon: 'shield-check',
      run: there(() => void verifyToken(page.tokens, page.desk, id)),
    },
    {
      ...about,
      id: `renew:${id}`,
      title: words.renew(name),
      icon: 'key',
      run: there(() => openRenew(page.tokens, token)),
    },
    {
      ...about,
      id: `contacts:${id}`,
      title: words.contacts(name),
      icon: 'pencil',
      run: there(() => askForContacts(page.tokens, token)),
    },
    {
      ...about,
      id: `remove:${id}`,
      title: words.remove(name),
      icon: 'trash',
      run: there(() => askToRemove(page.tokens, token)),
    },
  ]
}
