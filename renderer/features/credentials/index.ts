export { loadCredentials } from './actions.ts'
export { CredentialSection } from './CredentialSection.tsx'
export { exportList, forgetFailure, saveCalendar } from './save-actions.ts'
export { createCredentialsStore, type CredentialsStore } from './store.ts'
