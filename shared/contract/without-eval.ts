import { config } from 'zod'

/**
 * Imported first by the page: its policy forbids making code from text, and the schema library would otherwise try
 * that once (and be refused, loudly) while the contract is read.
 */
config({ jitless: true })
