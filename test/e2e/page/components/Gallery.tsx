import type { ReactNode } from 'react'
import { ControlsChapter } from './ControlsChapter.tsx'
import { FieldsChapter } from './FieldsChapter.tsx'
import styles from './Gallery.module.css'
import { ListsChapter } from './ListsChapter.tsx'
import { MessagesChapter } from './MessagesChapter.tsx'
import { OverlaysChapter } from './OverlaysChapter.tsx'
import { TablesChapter } from './TablesChapter.tsx'
import { TokensChapter } from './TokensChapter.tsx'

export const CHAPTERS = ['controls', 'fields', 'messages', 'lists', 'tables', 'overlays', 'tokens'] as const

const CONTENTS: Readonly<Record<(typeof CHAPTERS)[number], () => ReactNode>> = {
  controls: ControlsChapter,
  fields: FieldsChapter,
  messages: MessagesChapter,
  lists: ListsChapter,
  tables: TablesChapter,
  overlays: OverlaysChapter,
  tokens: TokensChapter,
}

/** One chapter at a time, so that one picture holds it. */
export function Gallery({ chapter }: { readonly chapter: string }) {
  const shown = CHAPTERS.find((known) => known === chapter) ?? 'controls'
  const Contents = CONTENTS[shown]
  return (
    <div className={styles.gallery}>
      <nav className={styles.chapters} aria-label="Chapters">
        {CHAPTERS.map((name) => (
          <a key={name} href={`#/${name}`} aria-current={name === shown ? 'page' : undefined}>
            {name}
          </a>
        ))}
      </nav>
      {/* Whatever scrolls has to be reached by keyboard; some chapters have nothing else to stop at. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <main className={styles.main} tabIndex={0}>
        <h1>{shown}</h1>
        <Contents />
      </main>
    </div>
  )
}
