export { receiveDeviceChange } from './actions.ts'
export { OverviewPage } from './OverviewPage.tsx'
export { createOverviewStore, type OverviewStore } from './store.ts'
