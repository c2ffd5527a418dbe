import type { Profile } from '../../../shared/model/profile.ts'
import { formatCount, formatDateTime, formatZone } from '../../lib/format.ts'
import { text } from '../../lib/text.ts'
import { useNow } from '../../lib/use-now.ts'
import { IconButton } from '../../ui/Button.tsx'
import { Copyable } from '../../ui/Copyable.tsx'
import { Link } from '../../ui/Link.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { versionLabel } from './labels.ts'
import styles from './Profiles.module.css'
import type { ShowDevices } from './store.ts'

export type VersionTableProps = {
  readonly versions: Profile['versions']
  readonly onShowDevices: ShowDevices
  readonly onExport: (version: number) => void
}

export function VersionTable({ versions, onShowDevices, onExport }: VersionTableProps) {
  const zone = formatZone(useNow())
  const words = text().profiles.versions
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={words.label}>
        <thead>
          <tr>
            <th scope="col">{words.version}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.token}</th>
            <th scope="col">{words.published(zone)}</th>
            <th scope="col" className={styles.end}>
              {words.devices}
            </th>
            <th scope="col">{words.uuid}</th>
          </tr>
        </thead>
        <tbody>
          {versions.map(({ version, token, state, publishedAt, deviceCount, profileUuid }) => (
            <tr key={version}>
              <th scope="row">
                <span className={styles.versionNumber}>
                  {version}
                  <IconButton
                    label={text().profiles.exports.version(version)}
                    icon="download"
                    onPress={() => onExport(version)}
                  />
                </span>
              </th>
              <td>
                <StatusBadge {...versionLabel(state)} variant="plain" />
              </td>
              <td className={styles.wrapping}>
                <bdi>{token}</bdi>
              </td>
              <td className={styles.nowrap}>{formatDateTime(publishedAt)}</td>
              <td className={styles.end}>
                {profileUuid !== null && deviceCount > 0 ? (
                  <Link
                    label={words.showDevices(deviceCount, version, token)}
                    onPress={() => onShowDevices(profileUuid)}
                  >
                    {formatCount(deviceCount)}
                  </Link>
                ) : (
                  formatCount(deviceCount)
                )}
              </td>
              <td className={styles.uuid}>
                {profileUuid === null ? '–' : <Copyable label={words.uuid} value={profileUuid} variant="code" />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
