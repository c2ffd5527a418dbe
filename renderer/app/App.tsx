import { useCallback, useEffect, useMemo } from 'react'
import type { TokenId } from '../../shared/model/ids.ts'
import { AssignmentDialogs } from '../features/assignments/index.ts'
import { CredentialSection } from '../features/credentials/index.ts'
import { DevicesPage, filterToQuery } from '../features/devices/index.ts'
import { GroupsPage, groupToQuery } from '../features/groups/index.ts'
import { NoticesPanel } from '../features/notices/index.ts'
import { ProfilesPage } from '../features/profiles/index.ts'
import { ReportsPage } from '../features/reports/index.ts'
import { beginRegistration, RegistrationDialog } from '../features/registration-tokens/index.ts'
import { sectionFromQuery, sectionToQuery, SettingsPage } from '../features/settings/index.ts'
import { startRun, SyncPage } from '../features/sync/index.ts'
import { TokensPage } from '../features/tokens/index.ts'
import { lockVault, VaultGate } from '../features/vault/index.ts'
import { copyText } from '../lib/copy-text.ts'
import { DeskContext } from '../lib/desk.ts'
import { valueOr } from '../lib/remote.ts'
import { pageLocale } from '../lib/format.ts'
import { useStore } from '../lib/store.ts'
import { language, text } from '../lib/text.ts'
import { CopyContext } from '../ui/copy.ts'
import { UiLanguage } from '../ui/UiLanguage.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Frame } from './Frame.tsx'
import { reportFault } from './faults.ts'
import { actOnNotice } from './notice-acts.ts'
import { OverviewPlace } from './OverviewPlace.tsx'
import { devicesQuery, type PageStores } from './page.ts'
import { diagnose, diagnosisQuery } from './diagnosis-address.ts'
import { profilesQuery } from './profile-address.ts'
import { describe, goTo } from './route-store.ts'
import type { Place } from '../../shared/model/places.ts'
import { addressQuery } from './routes.ts'
import { ReconcilePlace } from './ReconcilePlace.tsx'
import { Spoken } from './Spoken.tsx'
import { TroubleshootPlace } from './TroubleshootPlace.tsx'
import { useNamedCard } from './use-named-card.ts'

/** The whole page, drawn anew when its language changes. */
export function App({ page }: { readonly page: PageStores }) {
  const spoken = useStore(language, (state) => state.language)
  const { isCompact } = useStore(page.look)
  const copy = useCallback((value: string) => copyText(page.desk, value), [page])
  useEffect(() => {
    document.documentElement.lang = spoken
    document.documentElement.dataset['density'] = isCompact ? 'compact' : 'normal'
  }, [spoken, isCompact])
  return (
    <UiLanguage key={spoken} locale={pageLocale()} words={text().ui}>
      <DeskContext value={page.desk}>
        <CopyContext value={copy}>
          <Content page={page} />
        </CopyContext>
        <Spoken feedback={page.desk.feedback} />
      </DeskContext>
    </UiLanguage>
  )
}

function Content({ page }: { readonly page: PageStores }) {
  return (
    <ErrorBoundary onFault={(fault) => reportFault(page.desk, fault)}>
      <VaultGate store={page.vault} onFirstToken={() => goTo(page.address, { place: 'tokens', query: '' })}>
        <Unlocked page={page} />
      </VaultGate>
    </ErrorBoundary>
  )
}

function Unlocked({ page }: { readonly page: PageStores }) {
  const { place } = useStore(page.route)
  const { address } = page
  // Devices are found as they were left: with the same filter and the same device open.
  const go = useCallback((next: Place) => goTo(address, { place: next, query: queryOf(page, next) }), [address, page])
  return (
    <Frame
      page={page}
      place={place}
      onGo={go}
      onLock={() => void lockVault(page.vault, page.desk)}
      panel={<Notices page={page} />}
    >
      <AssignmentDialogs store={page.assignments} />
      <RegistrationDialog store={page.registrations} />
      <ErrorBoundary key={place} onFault={(fault) => reportFault(page.desk, fault)}>
        {place === 'overview' && <OverviewPlace page={page} />}
        {place === 'groups' && <Groups page={page} />}
        {place === 'settings' && <Settings page={page} />}
        {place === 'tokens' && <Tokens page={page} />}
        {place === 'profiles' && <Profiles page={page} />}
        {place === 'devices' && <Devices page={page} />}
        {place === 'sync' && <Sync page={page} />}
        {place === 'reconcile' && <ReconcilePlace page={page} />}
        {place === 'troubleshoot' && <TroubleshootPlace page={page} />}
        {place === 'reports' && <ReportsPage store={page.reports} />}
      </ErrorBoundary>
    </Frame>
  )
}

/** Devices, the open profile and the open diagnosis are found as they were left. */
function queryOf(page: PageStores, place: Place): string {
  if (place === 'devices') return devicesQuery(page.devices.getState())
  if (place === 'troubleshoot') return diagnosisQuery(page.diagnosis.getState())
  return place === 'profiles' ? profilesQuery(page.profiles.getState()) : ''
}

function Notices({ page }: { readonly page: PageStores }) {
  const isOpen = useStore(page.notices, (state) => state.isOpen)
  return isOpen && <NoticesPanel store={page.notices} onAct={(notice) => actOnNotice(page, notice)} />
}

function Groups({ page }: { readonly page: PageStores }) {
  const tokens = useStore(page.tokens, (state) => state.tokens)
  return (
    <GroupsPage
      store={page.groups}
      tokens={valueOr(tokens, [])}
      onShowDevices={(group) => goTo(page.address, { place: 'devices', query: filterToQuery({ group }) })}
    />
  )
}

function Settings({ page }: { readonly page: PageStores }) {
  const query = useStore(page.route, (state) => state.query)
  return (
    <SettingsPage
      store={page.settings}
      vault={page.vault}
      section={sectionFromQuery(query)}
      onSection={(section) => describe(page.address, page.route, { place: 'settings', query: sectionToQuery(section) })}
      onShow={(place) => goTo(page.address, { place, query: '' })}
    />
  )
}

function Tokens({ page }: { readonly page: PageStores }) {
  const query = useStore(page.route, (state) => state.query)
  const tokens = useStore(page.tokens, (state) => state.tokens)
  const credentials = useStore(page.credentials, (state) => state.list)
  useNamedCard(query, [...valueOr(tokens, []), ...(valueOr(credentials, null)?.credentials ?? [])])
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
      onShowGroup={(group) => goTo(page.address, { place: 'groups', query: groupToQuery(group) })}
    >
      <CredentialSection store={page.credentials} />
    </TokensPage>
  )
}

function Profiles({ page }: { readonly page: PageStores }) {
  const tokens = useStore(page.tokens, (state) => state.tokens)
  return (
    <ProfilesPage
      store={page.profiles}
      tokens={valueOr(tokens, [])}
      onShowDevices={(profileUuid) => goTo(page.address, { place: 'devices', query: filterToQuery({ profileUuid }) })}
    />
  )
}

function Devices({ page }: { readonly page: PageStores }) {
  const tokens = useStore(page.tokens, (state) => state.tokens)
  return (
    <DevicesPage
      store={page.devices}
      assignments={page.assignments}
      tokens={valueOr(tokens, [])}
      onShowTokens={() => goTo(page.address, { place: 'tokens', query: '' })}
      onDiagnose={(chosen) => diagnose(page, chosen)}
      onRegister={(chosen) => void beginRegistration(page.registrations, page.desk, chosen)}
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
      onShowGroup={(group) => goTo(page.address, { place: 'groups', query: groupToQuery(group) })}
      onShowDevice={(device) => goTo(page.address, { place: 'devices', query: addressQuery({ device }) })}
    />
  )
}
