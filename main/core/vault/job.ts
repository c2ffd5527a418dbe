export { createBackupWork } from './backup.ts'
export type { ScryptCost } from './derive-key.ts'
