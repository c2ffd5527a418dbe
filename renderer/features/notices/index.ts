export { createNoticesStore, type NoticesStore } from './store.ts'
