/** The three desktops there are; whatever else Node runs on behaves like Linux. */
export function desktopPlatform(platform: NodeJS.Platform): 'darwin' | 'win32' | 'linux' {
  return platform === 'darwin' || platform === 'win32' ? platform : 'linux'
}
