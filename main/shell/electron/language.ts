type Env = Readonly<Record<string, string | undefined>>

/** Of these environments (Linux services, containers) Chromium makes the tag "en-US@posix", which no formatter takes. */
export function hasNeutralLanguage(env: Env, platform: NodeJS.Platform = process.platform): boolean {
  const language = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || 'C'
  return platform === 'linux' && /^(C|POSIX)(\.|$)/.test(language)
}
