export { loadTokens } from './actions.ts'
export { createTokensStore, type TokensStore } from './store.ts'
export { TokensPage } from './TokensPage.tsx'
