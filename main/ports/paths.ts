import { homedir } from 'node:os'
import path from 'node:path'

type Env = Readonly<Record<string, string | undefined>>

/** Where this program keeps everything: as given, else `ADE_DESK_DATA_DIR`, else the platform's place for it. Absolute. */
export function resolveDataDir(given: string | undefined, env: Env, platform: NodeJS.Platform): string {
  const named = given || env['ADE_DESK_DATA_DIR']
  return named ? path.resolve(named) : defaultDataDir(env, { platform, home: homedir() })
}

/** On Windows the local application data: a database must not roam with the profile. */
export function defaultDataDir(
  env: Env,
  { platform, home }: { readonly platform: NodeJS.Platform; readonly home: string },
): string {
  if (platform === 'win32') {
    return path.win32.join(env['LOCALAPPDATA'] || path.win32.join(home, 'AppData', 'Local'), 'ADE Desk')
  }
  if (platform === 'darwin') return path.posix.join(home, 'Library', 'Application Support', 'ADE Desk')
  // The XDG specification: a relative value is to be ignored.
  const dataHome = env['XDG_DATA_HOME']
  return path.posix.join(dataHome?.startsWith('/') ? dataHome : path.posix.join(home, '.local', 'share'), 'ade-desk')
}

/** Where a browser would save a file. */
export function resolveDownloadsDir(env: Env): string {
  const named = env['XDG_DOWNLOAD_DIR']
  return named && path.isAbsolute(named) ? named : path.join(homedir(), 'Downloads')
}
