import type { Profile } from '../../../shared/model/profile.ts'
import { useDesk } from '../../lib/desk.ts'
import { formatAgo } from '../../lib/format.ts'
import { text } from '../../lib/text.ts'
import { useNow } from '../../lib/use-now.ts'
import { Button } from '../../ui/Button.tsx'
import { Card, Facts } from '../../ui/Card.tsx'
import { Link } from '../../ui/Link.tsx'
import { ActionMenu } from '../../ui/Menu.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { SpokenOnly } from '../../ui/SpokenOnly.tsx'
import { openProfile } from './draft-actions.ts'
import { exportText } from './export-actions.ts'
import { newestByToken, profileLabel } from './labels.ts'
import { beginRemoving, cloneProfile } from './list-actions.ts'
import styles from './Profiles.module.css'
import type { ProfilesStore, ShowDevices } from './store.ts'

export type ProfileCardProps = {
  readonly store: ProfilesStore
  readonly profile: Profile
  readonly onShowDevices: ShowDevices
}

export function ProfileCard({ store, profile, onShowDevices }: ProfileCardProps) {
  const desk = useDesk()
  const now = useNow()
  const words = text().profiles.card
  const { name, group, defaultOf, updatedAt } = profile
  const facts = [
    { label: words.versions, value: <Versions profile={profile} onShowDevices={onShowDevices} /> },
    { label: words.defaultOf, value: defaultOf.length === 0 ? words.noDefault : <bdi>{defaultOf.join(', ')}</bdi> },
    { label: words.group, value: <bdi>{group}</bdi> },
    { label: words.changed, value: formatAgo(updatedAt, now) },
  ]
  return (
    <Card
      title={name}
      status={<StatusBadge {...profileLabel(profile)} />}
      actions={
        <>
          <Button onPress={() => openProfile(store, desk, profile)}>
            {words.open}
            <SpokenOnly> {name}</SpokenOnly>
          </Button>
          <ActionMenu
            label={words.more(name)}
            actions={[
              {
                id: 'clone',
                text: words.clone,
                icon: 'copy',
                onAction: () => void cloneProfile(store, desk, profile),
              },
              {
                id: 'export',
                text: text().profiles.exports.draft,
                icon: 'download',
                onAction: () => void exportText(store, desk, { name, written: profile.draft }),
              },
              {
                id: 'remove',
                text: words.remove,
                icon: 'trash',
                variant: 'danger',
                onAction: () => beginRemoving(store, profile),
              },
            ]}
          />
        </>
      }
    >
      <Facts facts={facts} />
    </Card>
  )
}

/** The newest of each token; how many there are besides. */
function Versions({ profile: { versions }, onShowDevices }: Omit<ProfileCardProps, 'store'>) {
  const words = text().profiles.card
  if (versions.length === 0) return words.noVersions
  const newest = newestByToken(versions)
  return (
    <>
      {newest.map(({ version, token, deviceCount, profileUuid }) => (
        <span key={token} className={styles.line}>
          <bdi>{words.version(version, token)}</bdi>{' '}
          {profileUuid !== null && deviceCount > 0 ? (
            <Link
              label={text().profiles.versions.showDevices(deviceCount, version, token)}
              onPress={() => onShowDevices(profileUuid)}
            >
              {words.devices(deviceCount)}
            </Link>
          ) : (
            <bdi>{words.devices(deviceCount)}</bdi>
          )}
        </span>
      ))}
      {versions.length > newest.length && (
        <span className={styles.quiet}>{words.olderVersions(versions.length - newest.length)}</span>
      )}
    </>
  )
}
