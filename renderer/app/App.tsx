import { useMemo } from 'react'
import type { TokenId } from '../../shared/model/ids.ts'
import { DevicesPage, filterToQuery } from '../features/devices/index.ts'
import { GroupsPage } from '../features/groups/index.ts'
import { OverviewPage } from '../features/overview/index.ts'
import { SettingsPage } from '../features/settings/index.ts'
import { startRun, SyncPage } from '../features/sync/index.ts'
import { TokensPage } from '../features/tokens/index.ts'
import { lockVault, VaultGate } from '../features/vault/index.ts'
import { DeskContext } from '../lib/desk.ts'
import { valueOr } from '../lib/remote.ts'
import { useStore } from '../lib/store.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Frame } from './Frame.tsx'
import type { PageStores } from './page.ts'
import { goTo } from './route-store.ts'
import type { Place } from './routes.ts'
import { Spoken } from './Spoken.tsx'

export function App({ page }: { readonly page: PageStores }) {
  const shell = useStore(page.shell, (state) => state.shell)
  return (
    <DeskContext value={page.desk}>
      <ErrorBoundary>
        <VaultGate store={page.vault} hasSystemKeyStore={shell === 'electron'}>
          <Unlocked page={page} />
        </VaultGate>
      </ErrorBoundary>
      <Spoken feedback={page.desk.feedback} />
    </DeskContext>
  )
}

function Unlocked({ page }: { readonly page: PageStores }) {
  const { place } = useStore(page.route)
  // Devices are found as they were left: with the same filter.
  const go = (next: Place) =>
    goTo(page.address, { place: next, query: next === 'devices' ? filterToQuery(page.devices.getState().filter) : '' })
  return (
    <Frame page={page} place={place} onGo={go} onLock={() => void lockVault(page.vault, page.desk)}>
      <ErrorBoundary key={place}>
        {place === 'overview' && <OverviewPage store={page.overview} />}
        {place === 'groups' && <GroupsPage store={page.groups} />}
        {place === 'settings' && <SettingsPage store={page.settings} />}
        {place === 'tokens' && <Tokens page={page} />}
        {place === 'devices' && <Devices page={page} />}
        {place === 'sync' && <Sync page={page} />}
      </ErrorBoundary>
    </Frame>
  )
}

function Tokens({ page }: { readonly page: PageStores }) {
  const running = useStore(page.sync, (state) => state.running)
  const own = useStore(page.sync, (state) => state.own)
  const busy = useMemo<ReadonlySet<TokenId>>(() => new Set([...running.keys(), ...own.keys()]), [running, own])
  return (
    <TokensPage
      store={page.tokens}
      running={busy}
      onSync={({ id }, full) => {
        void startRun(page.sync, page.desk, { tokenId: id, full })
        goTo(page.address, { place: 'sync', query: '' })
      }}
      onShowDevices={({ id }) => goTo(page.address, { place: 'devices', query: filterToQuery({ tokenId: id }) })}
    />
  )
}

function Devices({ page }: { readonly page: PageStores }) {
  const tokens = useStore(page.tokens, (state) => state.tokens)
  return (
    <DevicesPage
      store={page.devices}
      tokens={valueOr(tokens, [])}
      onShowTokens={() => goTo(page.address, { place: 'tokens', query: '' })}
    />
  )
}

function Sync({ page }: { readonly page: PageStores }) {
  const tokens = useStore(page.tokens, (state) => state.tokens)
  const states = useMemo(() => new Map(valueOr(tokens, []).map(({ id, state }) => [id, state])), [tokens])
  return (
    <SyncPage
      store={page.sync}
      tokenStates={states}
      onShowTokens={() => goTo(page.address, { place: 'tokens', query: '' })}
    />
  )
}
