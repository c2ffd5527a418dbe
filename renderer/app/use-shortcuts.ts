import { useEffect } from 'react'
import type { PageApi } from '../lib/api.ts'
import { isMacPlatform, shortcutOf, type Shortcut } from './shortcuts.ts'

/** Hears the window's own keys, except while a dialog asks for an answer: what is behind it must not move. */
export function useShortcuts(api: PageApi, onShortcut: (shortcut: Shortcut) => void): void {
  // The menu asks for the same.
  useEffect(
    () =>
      api.shell.asked(({ what }) => {
        if (!isDialogOpen()) onShortcut({ kind: what })
      }),
    [api, onShortcut],
  )
  useEffect(() => {
    const isMac = isMacPlatform()
    const press = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, shiftKey } = event
      // The editor of a text lives in a shadow root, behind which the target is hidden.
      const isTyping = isTextField(event.composedPath()[0] ?? null)
      const shortcut = shortcutOf({ key, ctrlKey, metaKey, altKey, shiftKey, isTyping }, isMac)
      if (!shortcut || isDialogOpen()) return
      event.preventDefault()
      onShortcut(shortcut)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [onShortcut])
}

function isDialogOpen(): boolean {
  return document.querySelector('[role=dialog], [role=alertdialog]') !== null
}

function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

/** The parts of the window one after the other, as F6 does elsewhere. */
export function focusNextPart(isBack: boolean): void {
  const parts = [
    document.querySelector<HTMLElement>('nav [aria-current=page]'),
    document.querySelector<HTMLElement>('main h1'),
    document.querySelector<HTMLElement>('main ~ footer'),
  ].filter((part) => part !== null)
  const regions = parts.map((part) => part.closest('nav, main, footer'))
  const current = regions.findIndex((region) => region?.contains(document.activeElement))
  const next = (current + (isBack ? -1 : 1) + parts.length) % parts.length
  parts[current === -1 ? 0 : next]?.focus()
}
