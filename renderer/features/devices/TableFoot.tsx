import { AssignButton, AssignmentMenu, type AssignmentsStore, type Chosen } from '../assignments/index.ts'
import { useDesk } from '../../lib/desk.ts'
import { formatCount } from '../../lib/format.ts'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { NumberJump } from '../../ui/NumberJump.tsx'
import { exportList } from './export-actions.ts'
import { goToRow } from './list-actions.ts'
import { beginMove } from './move-actions.ts'
import { registrationAction } from './registration-action.ts'
import { chooseNothing, copySerials } from './selection-actions.ts'
import { chosenDevices, rowCount, selectedCount } from './selectors.ts'
import type { DevicesStore } from './store.ts'
import styles from './Devices.module.css'

type FootProps = {
  readonly store: DevicesStore
  readonly assignments: AssignmentsStore
  readonly onDiagnose: (chosen: Chosen) => void
  readonly onRegister: (chosen: Chosen) => void
}

/** Below the table, always there: where one is, and what can be done with what is chosen. */
export function TableFoot({ store, ...props }: FootProps) {
  const count = useStore(store, selectedCount)
  return (
    <div className={styles.foot}>
      {count > 0 && <SelectionBar {...props} store={store} count={count} />}
      <Whereabouts store={store} />
    </div>
  )
}

function SelectionBar({ store, assignments, onDiagnose, onRegister, count }: FootProps & { readonly count: number }) {
  const desk = useDesk()
  const words = text().devices.selection
  const chosen = () => chosenDevices(store.getState())
  return (
    <div className={styles.selectionBar} role="toolbar" aria-label={words.label}>
      <strong className={styles.selected}>{words.count(formatCount(count))}</strong>
      <IconButton label={words.clear} icon="close" onPress={() => chooseNothing(store, desk)} />
      <AssignButton store={assignments} chosen={chosen} />
      <Button icon="folder" onPress={() => void beginMove(store, desk, store.getState().selection, count)}>
        {words.move}
      </Button>
      <Button icon="stethoscope" onPress={() => onDiagnose(chosen())}>
        {text().troubleshoot.diagnose}
      </Button>
      <AssignmentMenu
        store={assignments}
        chosen={chosen}
        more={[
          registrationAction(() => onRegister(chosen())),
          { id: 'copy', text: words.copy, icon: 'copy', onAction: () => void copySerials(store, desk) },
          {
            id: 'export',
            text: words.export,
            icon: 'download',
            onAction: () => void exportList(store, desk, store.getState().selection),
          },
        ]}
      />
    </div>
  )
}

function Whereabouts({ store }: { readonly store: DevicesStore }) {
  const words = text().devices.table
  const total = useStore(store, rowCount)
  const { first, end } = useStore(store, (state) => state.visible)
  if (total === null || total === 0) return null
  const [from, to] = [formatCount(Math.min(first + 1, total)), formatCount(Math.min(end, total))]
  return (
    <div className={styles.whereabouts}>
      <bdi>{words.position(from, to, formatCount(total))}</bdi>
      <NumberJump
        label={words.goTo}
        placeholder={words.goToShort}
        max={total}
        onJump={(number) => goToRow(store, number - 1)}
      />
    </div>
  )
}
