export { SettingsPage } from './SettingsPage.tsx'
export { createSettingsStore, type SettingsStore } from './store.ts'
