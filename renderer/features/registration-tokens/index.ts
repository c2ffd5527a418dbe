export { beginRegistration } from './actions.ts'
export { RegistrationDialog } from './RegistrationDialog.tsx'
export { createRegistrationStore, type RegistrationStore } from './store.ts'
