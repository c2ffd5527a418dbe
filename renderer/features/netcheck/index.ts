export { cancelNetworkCheck } from './actions.ts'
export { NetcheckPart } from './NetcheckPart.tsx'
export { createNetcheckStore, type NetcheckState, type NetcheckStore } from './store.ts'
