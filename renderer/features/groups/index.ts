export { chooseGroup, loadGroups } from './actions.ts'
export { groupFromQuery, groupToQuery } from './address.ts'
export { GroupsPage } from './GroupsPage.tsx'
export { createGroupsStore, type GroupsState, type GroupsStore } from './store.ts'
