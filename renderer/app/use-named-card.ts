import { useEffect } from 'react'
import { takeMember } from './routes.ts'

/** Brings the card an address names into sight (`#/tokens?token=Europe`), once it is drawn. */
export function useNamedCard(query: string, cards: readonly { readonly name: string }[]): void {
  const name = takeMember(query, 'token').value
  const isKnown = cards.some((card) => card.name === name)
  useEffect(() => {
    if (!isKnown) return
    const sections = [...document.querySelectorAll<HTMLElement>('main section')]
    sections.find((section) => section.ariaLabel === name)?.scrollIntoView({ block: 'start' })
  }, [name, isKnown])
}
