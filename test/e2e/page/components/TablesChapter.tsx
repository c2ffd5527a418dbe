import { useState } from 'react'
import { Chip } from '../../../../renderer/ui/Chip.tsx'
import { FacetList } from '../../../../renderer/ui/FacetList.tsx'
import { NumberJump } from '../../../../renderer/ui/NumberJump.tsx'
import { OrderedList } from '../../../../renderer/ui/OrderedList.tsx'
import { SectionMenu } from '../../../../renderer/ui/SectionMenu.tsx'
import { TableFrame } from '../../../../renderer/ui/TableFrame.tsx'
import { VirtualTable, type TableColumn } from '../../../../renderer/ui/VirtualTable.tsx'
import styles from './Gallery.module.css'
import { Specimen } from './Specimen.tsx'

const nothing = () => {}
const FACET_WORDS = {
  all: (count: number) => `Show all ${count}`,
  fewer: 'Show fewer',
  none: 'No values',
  search: (title: string) => `Search ${title}`,
}
const OPTIONS = ['iPad', 'iPhone', 'Mac', 'Apple TV', 'Apple Vision', 'Apple Watch', 'iPod', 'שולחן עבודה'].map(
  (text, place) => ({ value: text, text, count: (90_000 - place * 12_000).toLocaleString('en') }),
)
const COLUMNS: readonly TableColumn<number>[] = ['Number', 'Square', 'Cube'].map((title, power) => ({
  id: title,
  title,
  widthPx: 140,
  render: (row) => <span>{row ** (power + 1)}</span>,
}))

/** What a large list is narrowed, arranged and chosen with. */
export function TablesChapter() {
  return (
    <>
      <Specimen name="Chip">
        <Chip name="Family" value="iPad" removeLabel="Remove the filter Family" onRemove={nothing} />
        <Chip name="Group" value="/Global/A very long path of a group" removeLabel="Remove Group" onRemove={nothing} />
      </Specimen>
      <Specimen name="FacetList">
        <FacetList title="Family" options={OPTIONS} isKnown chosen="iPhone" onChoose={nothing} words={FACET_WORDS} />
        <FacetList
          title="Not known yet"
          options={[]}
          isKnown={false}
          chosen={undefined}
          onChoose={nothing}
          words={FACET_WORDS}
        />
        <FacetList title="At Apple" options={[]} isKnown chosen={undefined} onChoose={nothing} words={FACET_WORDS} />
      </Specimen>
      <Specimen name="NumberJump">
        <NumberJump label="Go to row" placeholder="Row" max={1000} onJump={nothing} />
        <NumberJump label="Go to row of nothing" placeholder="Row" max={0} onJump={nothing} />
      </Specimen>
      <Specimen name="SectionMenu">
        <SectionMenu
          label="View"
          summary="Assignment failed"
          parts={[
            { id: 'own', title: 'Saved views', items: [{ id: 'a', text: 'All', isChosen: true, onAction: nothing }] },
            {
              id: 'acts',
              title: 'This view',
              items: [{ id: 'b', text: 'Rename…', icon: 'pencil', onAction: nothing }],
            },
          ]}
        />
      </Specimen>
      <Specimen name="OrderedList" variant="stack">
        <Ordered />
      </Specimen>
      <Specimen name="VirtualTable" variant="stack">
        <Table />
      </Specimen>
      <Specimen name="TableFrame" variant="stack">
        <TableFrame rows={3}>
          <VirtualTable
            label="Three rows"
            columns={COLUMNS}
            rowCount={3}
            rowAt={(index) => index + 1}
            sort={{ column: 'Number', direction: 'asc' }}
            onSort={nothing}
            onVisibleRows={nothing}
            onOpen={nothing}
            scrollKey=""
          />
        </TableFrame>
      </Specimen>
    </>
  )
}

function Ordered() {
  const [ids, setIds] = useState<readonly string[]>(['Serial number', 'Model', 'Group'])
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(['Model']))
  return (
    <OrderedList
      label="Columns"
      items={ids.map((id) => ({ id, text: id }))}
      chosen={chosen}
      onChoose={setChosen}
      onOrder={setIds}
      dragLabel={(text) => `Drag ${text}`}
    />
  )
}

function Table() {
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set([1]))
  return (
    <div className={styles.table}>
      <VirtualTable
        label="Numbers"
        columns={COLUMNS}
        rowCount={1000}
        rowAt={(index) => (index === 3 ? undefined : index)}
        sort={{ column: 'Number', direction: 'asc' }}
        onSort={nothing}
        onVisibleRows={nothing}
        onOpen={nothing}
        scrollKey="numbers"
        selection={{
          isSelected: (index) => chosen.has(index),
          all: chosen.size === 0 ? 'none' : 'some',
          onToggle: (index) => setChosen(chosen.symmetricDifference(new Set([index]))),
          onRange: (anchor, index) => setChosen(new Set([anchor, index])),
          onAll: nothing,
          onClear: () => setChosen(new Set()),
          labels: { row: 'Select', all: 'Select all' },
        }}
        arrangement={{ onMove: nothing, onResize: nothing, help: 'Alt and the arrows move the column.' }}
      />
    </div>
  )
}
