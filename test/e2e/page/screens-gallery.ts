import type { Screen } from './screen-list.ts'

const CHAPTERS = ['controls', 'fields', 'messages', 'lists', 'tables', 'overlays', 'tokens'] as const
/** What a chapter needs to be seen whole. */
const HEIGHTS: Readonly<Record<string, number>> = { fields: 2250, lists: 1780, messages: 1800 }
const LOOKS = {
  light: {},
  dark: { colorScheme: 'dark' },
  contrast: { contrast: 'more' },
  forced: { forcedColors: 'active' },
  rtl: { direction: 'rtl' },
  zoom: { zoom: 2, viewport: { width: 1280, height: 3600 } },
} as const satisfies Readonly<Record<string, Partial<Screen>>>
const LOOK_NAMES = [
  'light',
  'dark',
  'contrast',
  'forced',
  'rtl',
  'zoom',
] as const satisfies readonly (keyof typeof LOOKS)[]

const chapterScreen = (chapter: string, look: keyof typeof LOOKS): Screen => ({
  name: `gallery-${chapter}-${look}`,
  scene: 'usual',
  site: 'components',
  place: chapter,
  viewport: { width: 1000, height: HEIGHTS[chapter] ?? 1100 },
  ...LOOKS[look],
})

/** What opens at a press, by the chapter and the button that opens it. */
const OPENED = [
  ['select', 'controls', /^All families/],
  ['action-menu', 'controls', 'More for Europe'],
  ['combo-box', 'fields', /Type$/],
  ['section-menu', 'tables', /^View/],
  ['dialog', 'overlays', 'Open a dialog'],
  ['question', 'overlays', 'Open a question'],
  ['palette', 'overlays', 'Open the palette'],
] as const

/** The design system by itself, chapter by chapter, in every look; and what opens, in light and dark. */
export const GALLERY_SCREENS: readonly Screen[] = [
  ...CHAPTERS.flatMap((chapter) => LOOK_NAMES.map((look) => chapterScreen(chapter, look))),
  ...OPENED.flatMap(([what, chapter, button]) =>
    (['light', 'dark'] as const).map((look): Screen => ({
      ...chapterScreen(chapter, look),
      name: `gallery-open-${what}-${look}`,
      act: (page) => page.getByRole('button', { name: button }).first().click(),
    })),
  ),
]
