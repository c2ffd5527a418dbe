import type { ReconcileRow } from '../../../shared/model/reconcile.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Facts, type Fact } from '../../ui/Card.tsx'
import { Copyable } from '../../ui/Copyable.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import styles from './Reconcile.module.css'
import { linesText } from './selectors.ts'

export type RowDrawerProps = {
  readonly row: ReconcileRow
  readonly onShowDevice: (serial: string) => void
  readonly onClose: () => void
}

/** Everything about one row in full sentences. */
export function RowDrawer({ row, onShowDevice, onClose }: RowDrawerProps) {
  const words = text().reconcilePage.result
  const { verdicts, causes, remedies } = text().reconcile
  const { serial, verdict, cause, remedy } = row
  const name = serial ?? '–'
  return (
    <Drawer label={words.details(name)} title={<bdi className={styles.serial}>{name}</bdi>} onClose={onClose}>
      <p>
        <strong>{verdicts[verdict]}</strong>
      </p>
      {cause !== null && <p>{causes[cause]}</p>}
      {remedy !== null && <p>{remedies[remedy]}</p>}
      <Facts variant="lines" facts={facts(row)} />
      {serial !== null && verdict !== 'invalid' && (
        <div className={styles.actions}>
          <Button icon="laptop" onPress={() => onShowDevice(serial)}>
            {words.openDevice}
          </Button>
        </div>
      )}
    </Drawer>
  )
}

function facts(row: ReconcileRow): readonly Fact[] {
  const words = text().reconcilePage.result
  const { fields } = text().reconcile
  const { serial, cause, other, differences } = row
  const code = (label: string, value: string | null): readonly Fact[] =>
    value === null ? [] : [{ label, value: <Copyable label={label} value={value} variant="code" /> }]
  return [
    ...code(words.columns.serial, serial),
    ...code(cause === 'replaced-device' ? words.replacement : words.meantSerial, other),
    { label: words.columns.lines, value: linesText(row) || null },
    ...differences.flatMap(({ field, portal, console }) => [
      { label: words.fieldOf(fields[field], words.portal), value: <bdi>{portal || words.nothing}</bdi> },
      { label: words.fieldOf(fields[field], words.console), value: <bdi>{console || words.nothing}</bdi> },
    ]),
  ]
}
