import type { Platform, Product } from '../../../../shared/model/setup-assistant.ts'

/**
 * Every key of Setup Assistant once more, written down apart from the data file so that a slip in either is found. The
 * version a pane came with, and behind a dash the one from which it is gone; `unsure`: a device may show it although it
 * is skipped; a product where its platform has two and only one shows it; `legacy`: shown by none.
 * Source: Apple developer documentation, page SkipKeys, and the schema release 27.0 (read August to October 2026).
 */
const TABLE = {
  Accessibility: 'macOS 11.0 unsure',
  AccessibilityAppearance: 'iOS 17.0 unsure',
  ActionButton: 'iOS 17.0 iPhone',
  Android: 'iOS 9.0',
  Appearance: 'iOS 13.0, macOS 10.14',
  AppleID: 'iOS 7.0, macOS 10.9, tvOS 10.2, visionOS 26.0',
  AppStore: 'iOS 14.3, macOS 11.1',
  Biometric: 'iOS 8.1, macOS 10.12.4, visionOS 26.0',
  CameraButton: 'iOS 18.0 iPhone',
  DeviceFeaturesTour: 'iOS 27.0',
  DeviceToDeviceMigration: 'iOS 12.4',
  Diagnostics: 'iOS 7.0, macOS 10.9, tvOS 10.2, visionOS 26.0',
  DisplayTone: 'iOS 9.3.2–15.0, macOS 10.13.6–12.0',
  EnableLockdownMode: 'iOS 17.1, macOS 14.0',
  FileVault: 'macOS 10.10',
  HomeButtonSensitivity: 'iOS 10.0–15.0 iPhone',
  iCloudDiagnostics: 'macOS 10.12.4',
  iCloudStorage: 'macOS 10.13.4',
  iMessageAndFaceTime: 'iOS 12.0',
  Intelligence: 'iOS 18.0, macOS 15.0, visionOS 26.0',
  Keyboard: 'iOS 13.0 unsure',
  LiquidGlass: 'iOS 27.0, macOS 27.0',
  Location: 'iOS 7.0, macOS 10.11, tvOS 10.2, visionOS 26.0',
  MessagingActivationUsingPhoneNumber: 'iOS 10.0',
  Multitasking: 'iOS 26.0 iPad',
  OnBoarding: 'iOS 11.0–14.0',
  OSShowcase: 'iOS 26.0–27.0, macOS 26.1–27.0',
  Passcode: 'iOS 7.0, macOS 10.9, visionOS 26.0',
  Payment: 'iOS 8.1, macOS 10.12.4, visionOS 26.0',
  Privacy: 'iOS 11.3, macOS 10.13.4, tvOS 11.3, visionOS 26.0',
  Restore: 'iOS 7.0, macOS 10.9',
  RestoreCompleted: 'iOS 14.0',
  Safety: 'iOS 16.0',
  SafetyAndHandling: 'iOS 18.4 unsure',
  ScreenSaver: 'tvOS 10.2',
  ScreenTime: 'iOS 12.0, macOS 10.15, visionOS 26.0',
  SIMSetup: 'iOS 12.0',
  Siri: 'iOS 7.0, macOS 10.12, tvOS 10.2, visionOS 26.0',
  SoftwareUpdate: 'iOS 12.0, macOS 15.4, visionOS 26.0',
  SpokenLanguage: 'iOS 13.0 unsure',
  TapToSetup: 'tvOS 10.2 unsure',
  TermsOfAddress: 'iOS 16.0 unsure, macOS 13.0 unsure',
  Tips: 'visionOS 26.0',
  TOS: 'iOS 7.0, macOS 10.9, tvOS 10.2, visionOS 26.0',
  TVHomeScreenSync: 'tvOS 11.0',
  TVProviderSignIn: 'tvOS 11.0',
  TVRoom: 'tvOS 11.4',
  UnlockWithWatch: 'macOS 15.0',
  UpdateCompleted: 'iOS 14.0, macOS 26.1',
  Wallpaper: 'macOS 14.1–26.0',
  WatchMigration: 'iOS 11.0 iPhone',
  WebContentFiltering: 'iOS 18.2–26.1',
  Welcome: 'iOS 13.0, macOS 15.0, visionOS 26.0',
  Zoom: 'iOS 8.3–17.0, visionOS 26.0',
  Registration: 'macOS 10.9 legacy',
} as const satisfies Readonly<Record<string, string>>

export type PaneLine = {
  readonly key: string
  readonly os: Platform
  readonly since: string
  /** The first version without it. */
  readonly end: string | undefined
  readonly isUnsure: boolean
  readonly isLegacy: boolean
  readonly only: Product | undefined
}

export const PANE_LINES: readonly PaneLine[] = Object.entries(TABLE).flatMap(([key, platforms]) =>
  platforms.split(', ').map((platform) => {
    const [os, span, ...marks] = platform.split(' ')
    const [since, end] = span!.split('–')
    return {
      key,
      os: os as Platform, // written above
      since: since!,
      end,
      isUnsure: marks.includes('unsure'),
      isLegacy: marks.includes('legacy'),
      only: (['iPhone', 'iPad'] as const).find((product) => marks.includes(product)),
    }
  }),
)
