import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './PlainTable.module.css'
import { SpokenOnly } from './SpokenOnly.tsx'

export type PlainColumn<Row> = {
  readonly id: string
  readonly title: string
  /** Of a column of buttons: its title is only spoken. */
  readonly isTitleHidden?: boolean
  readonly align?: 'start' | 'end'
  readonly render: (row: Row) => ReactNode
}

export type PlainTableProps<Row> = {
  readonly label: string
  readonly columns: readonly PlainColumn<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string | number
}

/** A short list to be read, which scrolls in its box where it is longer or wider; long ones are a `VirtualTable`. */
export function PlainTable<Row>({ label, columns, rows, keyOf }: PlainTableProps<Row>) {
  return (
    // Whatever scrolls has to be reached by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.box} role="region" aria-label={label} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map(({ id, title, align, isTitleHidden = false }) => (
              <th key={id} scope="col" className={classNames(align === 'end' && styles.end)}>
                {isTitleHidden ? <SpokenOnly>{title}</SpokenOnly> : title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ id, align, render }) => (
                <td key={id} className={classNames(align === 'end' && styles.end)}>
                  {render(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A text of unknown length in such a table; all of it shows under the pointer. */
export function PlainCell({ text, isCode = false }: { readonly text: string; readonly isCode?: boolean }) {
  return (
    <bdi className={classNames(styles.cell, isCode && styles.code)} title={text}>
      {text}
    </bdi>
  )
}
