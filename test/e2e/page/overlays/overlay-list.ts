import { messagesIn } from '../../../../shared/messages/index.ts'
import type { Screen } from '../screen-list.ts'
import { DEVICE_OVERLAYS } from './devices.ts'
import { FRAME_OVERLAYS } from './frame.ts'
import { GROUP_OVERLAYS } from './groups.ts'
import { ARABIC_NAMES, LONG_NAMES, USUAL_NAMES, type Names, type Overlay } from './overlay.ts'
import { PROFILE_OVERLAYS } from './profiles.ts'
import { CREDENTIAL_OVERLAYS, TOKEN_OVERLAYS } from './tokens.ts'
import { VAULT_OVERLAYS } from './vault.ts'
import { WORK_OVERLAYS } from './work.ts'

const OVERLAYS: readonly Overlay[] = [
  ...FRAME_OVERLAYS,
  ...VAULT_OVERLAYS,
  ...TOKEN_OVERLAYS,
  ...CREDENTIAL_OVERLAYS,
  ...GROUP_OVERLAYS,
  ...PROFILE_OVERLAYS,
  ...DEVICE_OVERLAYS,
  ...WORK_OVERLAYS,
]

type Look = Pick<Screen, 'viewport' | 'colorScheme' | 'direction' | 'zoom'> & {
  readonly scene: 'usual' | 'arabic' | 'long'
  readonly names: Names
  readonly language: 'en' | 'de'
}

/** Each holds two of what is to be looked at, the longer texts where there is least room; `tight` is the least there can be. */
const LOOKS = {
  plain: { scene: 'usual', names: USUAL_NAMES, language: 'en' },
  small: {
    scene: 'arabic',
    names: ARABIC_NAMES,
    language: 'de',
    viewport: { width: 900, height: 600 },
    colorScheme: 'dark',
  },
  rtl: { scene: 'arabic', names: ARABIC_NAMES, language: 'en', direction: 'rtl' },
  zoom: { scene: 'long', names: LONG_NAMES, language: 'de', zoom: 2 },
  tight: { scene: 'long', names: LONG_NAMES, language: 'de', zoom: 2, viewport: { width: 900, height: 600 } },
} as const satisfies Readonly<Record<string, Look>>

export type LookName = keyof typeof LOOKS

function screenOf(overlay: Overlay, look: LookName): Screen {
  const { scene, names: usual, language, ...rest }: Look = LOOKS[look]
  const names = overlay.onlyScene === undefined ? usual : USUAL_NAMES
  const words = messagesIn(language)
  const { place } = overlay
  return {
    ...rest,
    name: `overlay-${overlay.name}-${look}`,
    scene: overlay.onlyScene ?? (scene === 'usual' ? (overlay.scene ?? scene) : scene),
    place: typeof place === 'string' ? place : place(names),
    locale: language === 'de' ? 'de-DE' : 'en-GB',
    act: (page) => overlay.open(page, words, names),
  }
}

/** Everything that comes over a place or stands before all of them, in one look. */
export function overlayScreens(look: LookName): readonly Screen[] {
  return OVERLAYS.map((overlay) => screenOf(overlay, look))
}
