import path from 'node:path'

type Env = Readonly<Record<string, string | undefined>>

const WINDOWS_PROGRAMS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
]
const MAC_PROGRAMS = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'Chromium.app/Contents/MacOS/Chromium',
]
const LINUX_PROGRAMS = [
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'chromium',
  'chromium-browser',
]

/** Where an installed Chrome, Edge or Chromium may be, most wanted first. `ADE_DESK_BROWSER` names one and rules out others. */
export function browserCandidates(env: Env, platform: NodeJS.Platform): readonly string[] {
  const named = env['ADE_DESK_BROWSER']
  if (named) return [named]
  if (platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => env[name]).filter(isGiven)
    return WINDOWS_PROGRAMS.flatMap((parts) => folders.map((folder) => path.win32.join(folder, ...parts)))
  }
  if (platform === 'darwin') {
    const folders = ['/Applications', ...(env['HOME'] ? [path.posix.join(env['HOME'], 'Applications')] : [])]
    return MAC_PROGRAMS.flatMap((program) => folders.map((folder) => path.posix.join(folder, program)))
  }
  const folders = (env['PATH'] ?? '').split(':').filter((folder) => folder.startsWith('/'))
  return LINUX_PROGRAMS.flatMap((program) => folders.map((folder) => path.posix.join(folder, program)))
}

/** The first candidate that exists. */
export function findBrowser(
  env: Env,
  platform: NodeJS.Platform,
  exists: (path: string) => boolean,
): string | undefined {
  return browserCandidates(env, platform).find(exists)
}

function isGiven(text: string | undefined): text is string {
  return Boolean(text)
}
