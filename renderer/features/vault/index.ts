export { loadVault, lockVault, receiveVault } from './actions.ts'
export { isUnlocked } from './selectors.ts'
export { createVaultStore, type VaultStore } from './store.ts'
export { VaultGate } from './VaultGate.tsx'
