import type { Screen } from './screen-list.ts'

const CHAPTERS = ['controls', 'fields', 'messages', 'lists', 'tables', 'overlays', 'tokens'] as const
const LOOKS = {
  light: {},
  dark: { colorScheme: 'dark' },
  contrast: { contrast: 'more' },
  forced: { forcedColors: 'active' },
  rtl: { direction: 'rtl' },
  zoom: { zoom: 2, viewport: { width: 1280, height: 1800 } },
} as const satisfies Readonly<Record<string, Partial<Screen>>>

/** The design system by itself, chapter by chapter, in every look. */
export const GALLERY_SCREENS: readonly Screen[] = CHAPTERS.flatMap((chapter) =>
  Object.entries(LOOKS).map(([look, settings]): Screen => ({
    name: `gallery-${chapter}-${look}`,
    scene: 'usual',
    site: 'components',
    place: chapter,
    viewport: { width: 1000, height: 1100 },
    ...settings,
  })),
)
