import type { ImportPreview } from '../../../shared/contract/imports.ts'
import { formatCount } from '../../lib/format.ts'
import { text } from '../../lib/text.ts'
import { PlainCell, PlainTable, type PlainColumn } from '../../ui/PlainTable.tsx'
import { columnCount } from './selectors.ts'

const SHOWN_ROWS = 8
/** Wider files are rare, and nobody reads on. */
const SHOWN_COLUMNS = 40

type SampleRow = ImportPreview['sample'][number]

/** The file as it stands, so that a person can see which column is which. */
export function SampleTable({ preview }: { readonly preview: ImportPreview }) {
  const words = text().imports.file
  const count = Math.min(SHOWN_COLUMNS, columnCount(preview))
  const columns: readonly PlainColumn<SampleRow>[] = [
    { id: 'line', title: words.sampleLine, align: 'end', render: ({ line }) => formatCount(line) },
    ...Array.from({ length: count }, (_, column) => ({
      id: String(column),
      title: formatCount(column + 1),
      render: ({ cells }: SampleRow) => <PlainCell text={cells[column] ?? ''} />,
    })),
  ]
  return (
    <PlainTable
      label={words.sample}
      columns={columns}
      rows={preview.sample.slice(0, SHOWN_ROWS)}
      keyOf={({ line }) => line}
    />
  )
}
