import type { ImportPreview } from '../../../shared/contract/imports.ts'
import { DATE_ORDERS, IMPORT_KINDS } from '../../../shared/model/import.ts'
import { useDesk } from '../../lib/desk.ts'
import { text } from '../../lib/text.ts'
import { writeMoment } from '../../lib/typed-date.ts'
import { useNow } from '../../lib/use-now.ts'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Select } from '../../ui/Select.tsx'
import { SwitchLine } from '../../ui/SwitchLine.tsx'
import { TextField } from '../../ui/TextField.tsx'
import * as actions from './file-actions.ts'
import styles from './Reconcile.module.css'
import { RemarkList } from './RemarkList.tsx'
import { SampleTable } from './SampleTable.tsx'
import { asOfFault, columnOptions, fieldsOf, NOWHERE, type ShownField } from './selectors.ts'
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
      {role === 'import' && <AsOf store={store} of={role} file={file} preview={preview} />}
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

/** The date is known of the file alone; only a person knows when the console wrote the list. */
function AsOf({ store, of: role, file, preview }: FileReadingProps) {
  const now = useNow()
  const words = text().imports.file
  return (
    <div className={styles.date}>
      <TextField
        label={words.asOf}
        description={words.asOfWhy}
        value={file.asOf ?? writeMoment(preview.asOf)}
        onChange={(asOf) => actions.dateFile(store, role, asOf)}
        maxLength={20}
        error={asOfFault(file, now)}
      />
    </div>
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
