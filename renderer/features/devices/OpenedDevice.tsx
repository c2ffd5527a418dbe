import { AssignButton, AssignmentMenu, type AssignmentsStore, type Chosen } from '../assignments/index.ts'
import { useDesk } from '../../lib/desk.ts'
import { useStore } from '../../lib/store.ts'
import * as details from './detail-actions.ts'
import { DeviceDrawer } from './DeviceDrawer.tsx'
import { beginMove } from './move-actions.ts'
import { registrationAction } from './registration-action.ts'
import type { DevicesStore } from './store.ts'

type OpenedDeviceProps = {
  readonly store: DevicesStore
  readonly assignments: AssignmentsStore
  readonly onDiagnose: (chosen: Chosen) => void
  readonly onRegister: (chosen: Chosen) => void
}

/** The drawer beside the list. It stays while one walks from device to device. */
export function OpenedDevice({ store, assignments, onDiagnose, onRegister }: OpenedDeviceProps) {
  const desk = useDesk()
  const opened = useStore(store, (state) => state.opened)
  const hasPrevious = useStore(store, (state) => details.neighbourRow(state, -1) !== null)
  const hasNext = useStore(store, (state) => details.neighbourRow(state, 1) !== null)
  if (opened === null) return null
  const { serial } = opened
  const only = { kind: 'serials', serials: new Set([serial]) } as const
  const chosen = () => ({ selection: { kind: 'serials', serials: [serial] }, count: 1 }) as const
  return (
    <DeviceDrawer
      opened={opened}
      hasPrevious={hasPrevious}
      hasNext={hasNext}
      onStep={(step) => void details.openNeighbour(store, desk, step)}
      onRetry={() => void details.openDevice(store, desk, serial, opened.row)}
      onAsk={() => void details.askApple(store, desk, serial)}
      onDismissAsking={() => details.dismissAsking(store, serial)}
      assign={<AssignButton store={assignments} chosen={chosen} />}
      menu={
        <AssignmentMenu
          store={assignments}
          chosen={chosen}
          serial={serial}
          more={[registrationAction(() => onRegister(chosen()))]}
        />
      }
      onDiagnose={() => onDiagnose(chosen())}
      onMove={() => void beginMove(store, desk, only, 1)}
      onClose={() => details.closeDevice(store)}
    />
  )
}
