import type { MenuItemConstructorOptions } from 'electron'
import { placeDigit, PLACES } from '../../../shared/model/places.ts'
import type { ShellTexts } from './texts.ts'

type Item = MenuItemConstructorOptions

/** What the menu sets going; everything else are roles of the system. */
export type MenuActions = {
  readonly show: (address: string) => void
  readonly ask: (what: 'palette' | 'key-map') => void
  readonly syncAll: () => void
  readonly lock: () => void
  readonly openGuide: () => void
  readonly showLogs: () => void
  readonly checkForUpdates: () => void
}

export type MenuOptions = {
  readonly platform: NodeJS.Platform
  readonly isPackaged: boolean
  readonly texts: ShellTexts
  readonly actions: MenuActions
}

const SEPARATOR: Item = { type: 'separator' }

/**
 * The menu each platform expects. Roles bring the system's behaviour; their words are given here, because Electron's own
 * are English only.
 */
export function menuTemplate(options: MenuOptions): Item[] {
  const isMac = options.platform === 'darwin'
  const menus = [
    ...(isMac ? [appMenu(options)] : []),
    fileMenu(options, isMac),
    editMenu(options),
    viewMenu(options),
    goMenu(options),
    windowMenu(options, isMac),
    helpMenu(options, isMac),
  ]
  return isMac ? menus.map(withoutMarks) : menus
}

function appMenu({ texts: { shell }, actions }: MenuOptions): Item {
  const { menu } = shell
  return {
    label: 'ADE Desk',
    submenu: [
      { role: 'about', label: menu.about },
      { label: menu.checkForUpdates, click: actions.checkForUpdates },
      SEPARATOR,
      settingsItem(menu.settings, actions),
      SEPARATOR,
      { role: 'services', label: menu.services },
      SEPARATOR,
      { role: 'hide', label: menu.hide },
      { role: 'hideOthers', label: menu.hideOthers },
      { role: 'unhide', label: menu.showAll },
      SEPARATOR,
      { role: 'quit', label: menu.quit },
    ],
  }
}

function fileMenu({ texts: { shell }, actions }: MenuOptions, isMac: boolean): Item {
  const { menu } = shell
  const work: Item[] = [
    { label: menu.syncAll, accelerator: 'CmdOrCtrl+Shift+R', click: actions.syncAll },
    { label: menu.lock, accelerator: 'CmdOrCtrl+Shift+L', click: actions.lock },
    SEPARATOR,
  ]
  if (isMac) return { label: menu.file, submenu: [...work, { role: 'close', label: menu.close }] }
  return {
    label: menu.file,
    submenu: [...work, settingsItem(menu.settings, actions), SEPARATOR, { role: 'quit', label: menu.quit }],
  }
}

function settingsItem(label: string, { show }: MenuActions): Item {
  return { label, accelerator: 'CmdOrCtrl+,', click: () => show('#/settings') }
}

function editMenu({ texts: { shell } }: MenuOptions): Item {
  const { menu } = shell
  return {
    label: menu.edit,
    submenu: [
      { role: 'undo', label: menu.undo },
      { role: 'redo', label: menu.redo },
      SEPARATOR,
      { role: 'cut', label: menu.cut },
      { role: 'copy', label: menu.copy },
      { role: 'paste', label: menu.paste },
      { role: 'delete', label: menu.delete },
      SEPARATOR,
      { role: 'selectAll', label: menu.selectAll },
    ],
  }
}

/** Reloading throws away what a person is typing: for developers only. */
function viewMenu({ texts: { shell }, isPackaged }: MenuOptions): Item {
  const { menu } = shell
  const forDevelopers: Item[] = [
    { role: 'reload', label: menu.reload },
    { role: 'toggleDevTools', label: menu.developerTools },
    SEPARATOR,
  ]
  return {
    label: menu.view,
    submenu: [
      ...(isPackaged ? [] : forDevelopers),
      { role: 'resetZoom', label: menu.actualSize },
      { role: 'zoomIn', label: menu.zoomIn },
      // Where plus is a letter of its own, the key beside it has to do.
      {
        role: 'zoomIn',
        label: menu.zoomIn,
        accelerator: 'CmdOrCtrl+=',
        visible: false,
        acceleratorWorksWhenHidden: true,
      },
      { role: 'zoomOut', label: menu.zoomOut },
      SEPARATOR,
      { role: 'togglefullscreen', label: menu.fullScreen },
    ],
  }
}

function goMenu({ texts: { shell, places }, actions: { ask, show } }: MenuOptions): Item {
  return {
    label: shell.menu.go,
    submenu: [
      { label: shell.menu.palette, accelerator: 'CmdOrCtrl+K', click: () => ask('palette') },
      SEPARATOR,
      ...PLACES.map((place) => ({
        label: places[place],
        ...(placeDigit(place) && { accelerator: `CmdOrCtrl+${placeDigit(place)}` }),
        click: () => show(`#/${place}`),
      })),
    ],
  }
}

function windowMenu({ texts: { shell } }: MenuOptions, isMac: boolean): Item {
  const { menu } = shell
  const minimize: Item = { role: 'minimize', label: menu.minimize }
  if (!isMac) return { label: menu.window, submenu: [minimize, { role: 'close', label: menu.close }] }
  return {
    role: 'windowMenu',
    label: menu.window,
    submenu: [minimize, { role: 'zoom', label: menu.zoom }, SEPARATOR, { role: 'front', label: menu.front }],
  }
}

function helpMenu({ texts: { shell }, actions }: MenuOptions, isMac: boolean): Item {
  const { menu } = shell
  const aboutThis: Item[] = [
    SEPARATOR,
    { label: menu.checkForUpdates, click: actions.checkForUpdates },
    { role: 'about', label: menu.about },
  ]
  return {
    role: 'help',
    label: menu.help,
    submenu: [
      { label: menu.guide, accelerator: 'F1', click: actions.openGuide },
      { label: menu.keyMap, click: () => actions.ask('key-map') },
      { label: menu.showLogs, click: actions.showLogs },
      ...(isMac ? [] : aboutThis),
    ],
  }
}

function withoutMarks(menu: Item): Item {
  return menu.label === undefined ? menu : { ...menu, label: menu.label.replace('&', '') }
}
