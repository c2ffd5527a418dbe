export { cancelRehearsal } from './actions.ts'
export { RehearsalPart } from './RehearsalPart.tsx'
export { createRehearsalStore, type RehearsalState, type RehearsalStore } from './store.ts'
