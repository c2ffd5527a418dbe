export { createVaultService, type Vault, type VaultDependencies } from './service.ts'
