import type { DeviceFacets } from '../../../shared/contract/devices.ts'
import type { DeviceFilter } from '../../../shared/model/device.ts'
import type { Remote } from '../../lib/remote.ts'
import { IconButton } from '../../ui/Button.tsx'
import { ChoiceMenu } from '../../ui/Menu.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { isFiltered, type FilterName } from './filters.ts'
import { COLUMN_TITLES } from './labels.ts'
import { FACET_NAMES, facetItems, facetText } from './selectors.ts'
import styles from './Devices.module.css'

export type NamedToken = { readonly id: string; readonly name: string; readonly deviceCount: number }

export type FilterBarProps = {
  readonly filter: DeviceFilter
  readonly facets: Remote<DeviceFacets>
  readonly tokens: readonly NamedToken[]
  readonly onFilter: (name: FilterName, value: string | undefined) => void
  readonly onClear: () => void
}

export function FilterBar({ filter, facets, tokens, onFilter, onClear }: FilterBarProps) {
  const tokenName = tokens.find(({ id }) => id === filter.tokenId)?.name
  return (
    <div className={styles.filters} role="search" aria-label="Devices">
      <div className={styles.search}>
        <SearchField
          label="Search devices"
          placeholder="Serial, model, asset tag"
          value={filter.search ?? ''}
          onSearch={(text) => onFilter('search', text)}
        />
      </div>
      {(tokens.length > 1 || filter.tokenId !== undefined) && (
        <ChoiceMenu
          label="Token"
          items={tokens.map(({ id, name }) => ({ value: id, text: name }))}
          chosen={filter.tokenId === undefined ? [] : [filter.tokenId]}
          onChange={([id]) => onFilter('tokenId', id)}
          {...(filter.tokenId === undefined ? {} : { summary: tokenName ?? 'removed' })}
        />
      )}
      {FACET_NAMES.map((name) => {
        const chosen = filter[name]
        return (
          <ChoiceMenu
            key={name}
            label={COLUMN_TITLES[name]}
            items={facetItems(facets, name, filter)}
            chosen={chosen === undefined ? [] : [chosen]}
            onChange={([value]) => onFilter(name, value)}
            {...(chosen === undefined ? {} : { summary: facetText(name, chosen) })}
          />
        )
      })}
      {isFiltered(filter) && <IconButton label="Clear search and filters" icon="close" onPress={onClear} />}
    </div>
  )
}
