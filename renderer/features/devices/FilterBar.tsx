import type { DeviceFacets } from '../../../shared/contract/devices.ts'
import type { DeviceFilter } from '../../../shared/model/device.ts'
import type { Remote } from '../../lib/remote.ts'
import { text } from '../../lib/text.ts'
import { IconButton } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { isFiltered, type FilterName } from './filters.ts'
import { FACET_NAMES, facetItems, facetTitle } from './selectors.ts'
import styles from './Devices.module.css'

export type FilterBarProps = {
  readonly filter: DeviceFilter
  readonly facets: Remote<DeviceFacets>
  readonly showsFilters: boolean
  readonly onFilter: (name: FilterName, value: string | undefined) => void
  readonly onClear: () => void
  readonly onShowFilters: (shows: boolean) => void
}

/** Always one line high: what is chosen scrolls sideways in it, so that nothing below it moves. */
export function FilterBar({ filter, facets, showsFilters, onFilter, onClear, onShowFilters }: FilterBarProps) {
  const words = text().devices
  const chosen = FACET_NAMES.filter((name) => filter[name] !== undefined)
  return (
    <div className={styles.filters} role="search" aria-label={words.title}>
      <IconButton
        label={showsFilters ? words.filters.hide : words.filters.show}
        icon="filter"
        onPress={() => onShowFilters(!showsFilters)}
      />
      <div className={styles.search}>
        <SearchField
          label={words.search}
          placeholder={words.searchPlaceholder}
          value={filter.search ?? ''}
          onSearch={(search) => onFilter('search', search)}
        />
      </div>
      <div className={styles.chips}>
        {chosen.map((name) => {
          const value = facetItems(facets, name, filter).find((item) => item.value === filter[name])
          return (
            <Chip
              key={name}
              name={facetTitle(name)}
              value={value?.text ?? ''}
              removeLabel={words.filters.without(facetTitle(name))}
              onRemove={() => onFilter(name, undefined)}
            />
          )
        })}
      </div>
      {isFiltered(filter) && <IconButton label={words.filters.clear} icon="close" onPress={onClear} />}
    </div>
  )
}
