import { createContext, useContext } from 'react'
import type { PageApi } from './api.ts'
import type { Feedback } from './feedback.ts'

/** What every action may use: the calls, and a voice. Components hand it on; they never call `api` themselves. */
export type Desk = { readonly api: PageApi; readonly feedback: Feedback }

export const DeskContext = createContext<Desk | null>(null)

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (desk === null) throw new Error('useDesk outside of the page')
  return desk
}
