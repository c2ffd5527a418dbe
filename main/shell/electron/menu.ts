import type { MenuItemConstructorOptions } from 'electron'

type Item = MenuItemConstructorOptions

const SEPARATOR: Item = { type: 'separator' }

/** The menu each platform expects, by roles: the system knows their words, their shortcuts and when they apply. */
export function menuTemplate(platform: NodeJS.Platform, { isPackaged }: { readonly isPackaged: boolean }): Item[] {
  const isMac = platform === 'darwin'
  const menus: readonly (Item | undefined)[] = [
    isMac ? { role: 'appMenu' } : undefined,
    { role: 'fileMenu' },
    { role: 'editMenu' },
    { label: 'View', submenu: viewItems(isPackaged) },
    { role: 'windowMenu' },
    isMac ? undefined : { role: 'help', submenu: [{ role: 'about' }] },
  ]
  return menus.filter((menu) => menu !== undefined)
}

/** Reloading throws away what a person is typing: for developers only. */
function viewItems(isPackaged: boolean): Item[] {
  const forDevelopers: Item[] = [{ role: 'reload' }, { role: 'toggleDevTools' }, SEPARATOR]
  return [
    ...(isPackaged ? [] : forDevelopers),
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    SEPARATOR,
    { role: 'togglefullscreen' },
  ]
}
