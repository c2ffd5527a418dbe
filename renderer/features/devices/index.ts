export { deviceListCommands } from './commands.ts'
export { closeDevice, openDevice, rereadDevice } from './detail-actions.ts'
export { cancelExport } from './export-actions.ts'
export { filterFromQuery, filterToQuery, isSameFilter } from './filters.ts'
export { chooseDevices, showDevices } from './list-actions.ts'
export { cancelMove } from './move-actions.ts'
export { selectSerials } from './selection-actions.ts'
export { chosenDevices } from './selectors.ts'
export { createDevicesStore, type DevicesPageState, type DevicesStore } from './store.ts'
export { DevicesPage } from './DevicesPage.tsx'
export {
  ASSIGNMENT_LABELS,
  AT_APPLE_LABELS,
  COLUMN_TITLES,
  ENROLLMENT_STATUS_LABELS,
  type StateLabel,
} from './labels.ts'
