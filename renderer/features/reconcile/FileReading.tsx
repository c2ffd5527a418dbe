import type { ImportPreview } from '../../../shared/contract/imports.ts'
import { DATE_ORDERS, IMPORT_KINDS } from '../../../shared/model/import.ts'
import { useDesk } from '../../lib/desk.ts'
import { formatMoment } from '../../lib/format.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Select } from '../../ui/Select.tsx'
import { SwitchLine } from '../../ui/SwitchLine.tsx'
import * as actions from './file-actions.ts'
import styles from './Reconcile.module.css'
import { RemarkList } from './RemarkList.tsx'
import { SampleTable } from './SampleTable.tsx'
import { columnOptions, fieldsOf, NOWHERE, type ShownField } from './selectors.ts'
import type { FileRole, GivenFile, ReconcileStore } from './store.ts'

export type FileReadingProps = {
  readonly store: ReconcileStore
  readonly of: FileRole
  readonly file: GivenFile
  readonly preview: ImportPreview
}

/** What the file was taken for, which can be corrected, and what would come of its rows. */
export function FileReading({ store, of: role, file, preview }: FileReadingProps) {
  const desk = useDesk()
  const words = text().imports
  const { counts, kind, headerLine, isRemembered, mapping, remarks } = preview
  const isCorrected = file.choices.mapping !== undefined || file.choices.kind !== undefined
  return (
    <>
      <p>
        <strong>{actions.countsText(counts)}</strong>
        <span className={styles.under}>
          {headerLine === null ? words.file.noHeader : words.file.header(headerLine)}
          {role === 'import' && ` · ${words.place.asOf(formatMoment(preview.asOf))}`}
        </span>
      </p>
      {mapping.serial === undefined && <Notice tone="warn" title={words.file.noSerial} />}
      <div className={styles.mapping}>
        <span className={styles.label}>{words.file.kind}</span>
        <Select
          label={words.file.kind}
          options={IMPORT_KINDS.map((value) => ({ value, text: words.kinds[value] }))}
          value={kind}
          onChange={(chosen) => void actions.chooseKind(store, desk, role, chosen)}
        />
        {fieldsOf(role).map((field) => (
          <Column key={field} store={store} of={role} preview={preview} field={field} />
        ))}
        {role === 'import' && mapping.lastSeen !== undefined && (
          <>
            <span className={styles.label}>{words.file.dates}</span>
            <Select
              label={words.file.dates}
              options={DATE_ORDERS.map((value) => ({ value, text: words.file.dateOrders[value] }))}
              value={preview.dateOrder}
              onChange={(dateOrder) => void actions.readWith(store, desk, role, { dateOrder })}
            />
          </>
        )}
      </div>
      {role === 'import' && !preview.isDateOrderSure && <Notice tone="warn" title={words.file.datesUnsure} />}
      {(isCorrected || isRemembered) && (
        <div className={styles.remembering}>
          {isCorrected && preview.signature !== '' && (
            <SwitchLine
              label={words.file.remember}
              isOn={file.remembers}
              onChange={(isOn) => actions.rememberColumns(store, role, isOn)}
            />
          )}
          {isRemembered && !isCorrected && <span className={styles.quiet}>{words.file.remembered}</span>}
          <Button variant="quiet" onPress={() => void actions.guessAgain(store, desk, role)}>
            {words.file.forget}
          </Button>
        </div>
      )}
      <RemarkList kind="repaired" remarks={remarks} total={counts.repaired} />
      <RemarkList kind="rejected" remarks={remarks} total={counts.rejected} />
      {role === 'import' && (
        <RemarkList
          kind="not-understood"
          remarks={remarks}
          total={remarks.filter((r) => r.kind === 'not-understood').length}
        />
      )}
      <Disclosure title={words.file.sample}>
        <SampleTable preview={preview} />
      </Disclosure>
    </>
  )
}

type ColumnProps = Omit<FileReadingProps, 'file'> & { readonly field: ShownField }

function Column({ store, of: role, preview, field }: ColumnProps) {
  const desk = useDesk()
  const words = text().imports
  const column = preview.mapping[field]
  return (
    <>
      <span className={styles.label}>{words.fields[field]}</span>
      <Select
        label={words.file.columnOf(words.fields[field])}
        options={columnOptions(preview)}
        value={column === undefined ? NOWHERE : String(column)}
        onChange={(value) =>
          void actions.chooseColumn(store, desk, role, {
            field,
            column: value === NOWHERE ? undefined : Number(value),
          })
        }
      />
    </>
  )
}
