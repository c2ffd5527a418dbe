import { PLACES, type Place } from '../../shared/model/places.ts'
import { activeNotices } from '../features/notices/index.ts'
import { useStore } from '../lib/store.ts'
import { text } from '../lib/text.ts'
import { classNames } from '../ui/class-names.ts'
import { Icon, type IconName } from '../ui/Icon.tsx'
import { SpokenOnly } from '../ui/SpokenOnly.tsx'
import { commandKey, isMacPlatform } from './shortcuts.ts'
import type { PageStores } from './page.ts'
import styles from './Sidebar.module.css'

export const PLACE_ICONS: Readonly<Record<Place, IconName>> = {
  overview: 'overview',
  groups: 'tree',
  tokens: 'key',
  profiles: 'file-text',
  devices: 'laptop',
  sync: 'sync',
  reconcile: 'compare',
  troubleshoot: 'stethoscope',
  reports: 'columns',
  settings: 'settings',
}

export type SidebarProps = {
  readonly page: PageStores
  readonly place: Place
  readonly onGo: (place: Place) => void
  readonly onOpenPalette: () => void
  readonly onOpenNotices: () => void
  readonly onOpenKeyMap: () => void
  readonly onLock: () => void
}

/** The places, and what concerns the whole window. Where the window is narrow only the pictures are seen. */
export function Sidebar({ page, place, onGo, ...actions }: SidebarProps) {
  const words = text().frame
  const count = useStore(page.notices, ({ list }) => activeNotices(list).length)
  return (
    <nav className={styles.sidebar} aria-label={words.placesLabel}>
      <p className={styles.product}>{words.product}</p>
      <button type="button" className={styles.search} title={words.search} onClick={actions.onOpenPalette}>
        <Icon name="search" />
        <span className={styles.name}>{words.search}</span>
        <kbd className={styles.key} aria-hidden>
          {`${commandKey(isMacPlatform())} K`}
        </kbd>
      </button>
      {PLACES.map((name) => (
        <Entry
          key={name}
          icon={PLACE_ICONS[name]}
          name={words.places[name]}
          isCurrent={name === place}
          onPress={() => onGo(name)}
        />
      ))}
      <span className={styles.gap} />
      <Entry icon="bell" name={words.notices} count={count} onPress={actions.onOpenNotices} />
      <Entry icon="keyboard" name={words.keys} onPress={actions.onOpenKeyMap} />
      <Entry icon="lock" name={words.lock} onPress={actions.onLock} />
    </nav>
  )
}

type EntryProps = {
  readonly icon: IconName
  readonly name: string
  readonly count?: number
  readonly isCurrent?: boolean
  readonly onPress: () => void
}

function Entry({ icon, name, count = 0, isCurrent = false, onPress }: EntryProps) {
  return (
    <button
      type="button"
      className={classNames(styles.place, isCurrent && styles.current)}
      aria-current={isCurrent ? 'page' : undefined}
      title={name}
      onClick={onPress}
    >
      <Icon name={icon} />
      <span className={styles.name}>{name}</span>
      {count > 0 && (
        <>
          <span className={styles.count} aria-hidden>
            {count}
          </span>
          <SpokenOnly>{text().frame.noticesCount(count)}</SpokenOnly>
        </>
      )}
    </button>
  )
}
