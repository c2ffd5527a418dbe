import type { DeviceFacets } from '../../../shared/contract/devices.ts'
import type { DeviceFilter } from '../../../shared/model/device.ts'
import type { Remote } from '../../lib/remote.ts'
import { text } from '../../lib/text.ts'
import { FacetList } from '../../ui/FacetList.tsx'
import type { FilterName } from './filters.ts'
import { FACET_NAMES, facetItems, facetTitle } from './selectors.ts'
import styles from './Devices.module.css'

export type FilterPanelProps = {
  readonly filter: DeviceFilter
  readonly facets: Remote<DeviceFacets>
  readonly onFilter: (name: FilterName, value: string | undefined) => void
}

/** Every property devices can be told apart by, with how many have each value. */
export function FilterPanel({ filter, facets, onFilter }: FilterPanelProps) {
  const words = text().devices.filters
  return (
    <div className={styles.panel} role="group" aria-label={words.title}>
      {FACET_NAMES.map((name) => (
        <FacetList
          key={name}
          title={facetTitle(name)}
          options={facetItems(facets, name, filter)}
          chosen={filter[name]}
          onChoose={(value) => onFilter(name, value)}
          isKnown={facets.status === 'ready'}
          words={words}
        />
      ))}
    </div>
  )
}
