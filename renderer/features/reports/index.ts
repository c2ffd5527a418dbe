export { loadReports } from './actions.ts'
export { reportCommands } from './commands.ts'
export { ReportsPage } from './ReportsPage.tsx'
export { createReportsStore, type ReportsPageState, type ReportsStore } from './store.ts'
