export { beginRegistration, cancelRegistration, progressText, readLength, ruleText } from './actions.ts'
export { RegistrationDialog } from './RegistrationDialog.tsx'
export { createRegistrationStore, type RegistrationState, type RegistrationStore } from './store.ts'
