export type { BackupWork } from './backup.ts'
export type { ScryptCost } from './derive-key.ts'
export { createVaultService, type Vault, type VaultDependencies } from './service.ts'
export { startAutoLock } from './auto-lock.ts'
