import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Compare } from './Compare.tsx'
import { exportVersion } from './export-actions.ts'
import { FieldGroup } from './fields.tsx'
import { newestByToken } from './labels.ts'
import styles from './Profiles.module.css'
import type { NamedToken, OpenProfile, ProfilesStore, ShowDevices } from './store.ts'
import { TokenLines } from './TokenLines.tsx'
import * as versions from './version-actions.ts'
import { VersionTable } from './VersionTable.tsx'

export type VersionsSectionProps = {
  readonly store: ProfilesStore
  readonly opened: OpenProfile
  readonly tokens: readonly NamedToken[]
  readonly onShowDevices: ShowDevices
}

/** What became of the profile at Apple, and what can be done with it there. */
export function VersionsSection(props: VersionsSectionProps) {
  const { store, opened, tokens, onShowDevices } = props
  const desk = useDesk()
  const words = text().profiles.versions
  const { saved } = opened
  const has = saved.versions.length > 0
  return (
    <div className={styles.wide}>
      <FieldGroup title={words.title} description={words.hint}>
        <Troubles {...props} />
        {has ? (
          <VersionTable
            versions={saved.versions}
            onShowDevices={onShowDevices}
            onExport={(version) => void exportVersion(store, desk, { profile: saved, version })}
          />
        ) : (
          <p className={styles.quiet}>{words.none}</p>
        )}
        {has && <Verify store={store} />}
      </FieldGroup>
      <TokenLines store={store} opened={opened} tokens={tokens} />
      {has && <Compare store={store} opened={opened} />}
    </div>
  )
}

/** Newest versions that are gone, or of which nobody knows: each with what helps. */
function Troubles({ store, opened }: VersionsSectionProps) {
  const words = text().profiles.versions
  return newestByToken(opened.saved.versions).map(({ version, token, state }) => {
    if (state !== 'gone' && state !== 'unknown') return null
    return (
      <Notice
        key={token}
        tone="warn"
        title={words[state](version, token)}
        actions={<Button onPress={() => versions.beginPublishing(store, token)}>{words.defineAgain}</Button>}
      >
        <p>{state === 'gone' ? words.goneWhy : words.unknownWhy}</p>
      </Notice>
    )
  })
}

function Verify({ store }: Pick<VersionsSectionProps, 'store'>) {
  const desk = useDesk()
  const verifying = useStore(store, (state) => state.verifying)
  const opened = useStore(store, (state) => state.opened)
  const words = text().profiles.versions
  const areGone = opened !== null && versions.goneVersions(opened.saved) > 0
  return (
    <>
      <div className={styles.choices}>
        <Button
          icon="sync"
          isBusy={verifying.status === 'loading'}
          onPress={() => void versions.verifyProfile(store, desk)}
        >
          {words.verify}
        </Button>
        {verifying.status === 'ready' && (
          <span className={styles.quiet}>{areGone ? words.someGone : words.allKnown}</span>
        )}
      </div>
      {verifying.status === 'failed' && (
        <FailureNotice error={verifying.error} onDismiss={() => versions.forgetVerifying(store)} />
      )}
    </>
  )
}
