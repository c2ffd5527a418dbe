export { GroupsPage } from './GroupsPage.tsx'
export { createGroupsStore, type GroupsStore } from './store.ts'
