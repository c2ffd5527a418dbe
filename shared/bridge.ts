/** The page finds its only way out, a `Port`, under this name on `window`; every shell puts it there. */
export const BRIDGE_NAME = 'adeDesk'

/** The one Electron channel between the preload and the window's page port. */
export const BRIDGE_CHANNEL = 'bridge'
