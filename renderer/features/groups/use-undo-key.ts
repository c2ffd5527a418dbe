import { useEffect } from 'react'
import type { Desk } from '../../lib/desk.ts'
import { undoChange } from './change-actions.ts'
import type { GroupsStore } from './store.ts'

/** Ctrl-Z and Cmd-Z take the last change back while the place is shown; in a field they undo typing, as ever. */
export function useUndoKey(store: GroupsStore, desk: Desk): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z'
      const { asking, pending } = store.getState()
      if (!isUndo || asking !== null || pending !== null || isTyping(event.target)) return
      event.preventDefault()
      void undoChange(store, desk)
    }
    globalThis.addEventListener('keydown', press, { capture: true })
    return () => globalThis.removeEventListener('keydown', press, { capture: true })
  }, [store, desk])
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type !== 'radio'
}
