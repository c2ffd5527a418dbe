import type { ReactNode } from 'react'
import { cancelExport } from '../features/devices/index.ts'
import { cancelRun } from '../features/sync/index.ts'
import { useStore } from '../lib/store.ts'
import { text } from '../lib/text.ts'
import { Icon, type IconName } from '../ui/Icon.tsx'
import { classNames } from '../ui/class-names.ts'
import { runningJobs, type Job } from './jobs.ts'
import type { PageStores } from './page.ts'
import { PLACES, type Place } from './routes.ts'
import { StatusStrip } from './StatusStrip.tsx'
import styles from './Frame.module.css'

const PLACE_ICONS: Readonly<Record<Place, IconName>> = {
  overview: 'check-circle',
  groups: 'file-text',
  tokens: 'key',
  devices: 'laptop',
  sync: 'sync',
  settings: 'lock',
}

export type FrameProps = {
  readonly page: PageStores
  readonly place: Place
  readonly onGo: (place: Place) => void
  readonly onLock: () => void
  readonly children: ReactNode
}

/** The window: places at the side, the chosen one in the middle, running work below. */
export function Frame({ page, place, onGo, onLock, children }: FrameProps) {
  const sync = useStore(page.sync)
  const exporting = useStore(page.devices, (state) => state.exporting)
  const { isDemo, version } = useStore(page.shell)
  const cancel = ({ cancels }: Job) => {
    if (cancels?.kind === 'sync') cancelRun(page.sync, page.desk, cancels.tokenId)
    if (cancels?.kind === 'export') cancelExport(page.devices)
  }
  return (
    <div className={styles.frame}>
      <nav className={styles.sidebar} aria-label="Places">
        <p className={styles.product}>ADE Desk</p>
        {PLACES.map((name) => (
          <button
            key={name}
            type="button"
            className={classNames(styles.place, name === place && styles.current)}
            aria-current={name === place ? 'page' : undefined}
            onClick={() => onGo(name)}
          >
            <Icon name={PLACE_ICONS[name]} />
            {text().frame.places[name]}
          </button>
        ))}
        <span className={styles.gap} />
        <button type="button" className={styles.place} onClick={onLock}>
          <Icon name="lock" />
          Lock the vault
        </button>
      </nav>
      <main className={styles.main}>{children}</main>
      <StatusStrip jobs={runningJobs(sync, { exporting })} isDemo={isDemo} version={version} onCancel={cancel} />
    </div>
  )
}
