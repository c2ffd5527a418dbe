import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron'
import { BRIDGE_CHANNEL, BRIDGE_NAME, GIVEN_FILE_CHANNEL, type Bridge } from '../shared/bridge.ts'

/** The whole bridge: messages out and in, and where a file lies. What they mean is the contract's business, checked in main. */
const bridge: Bridge<File> = {
  post: (message) => ipcRenderer.send(BRIDGE_CHANNEL, message),
  listen: (listener) => {
    const forward = (_event: IpcRendererEvent, message: unknown) => listener(message)
    ipcRenderer.on(BRIDGE_CHANNEL, forward)
    return () => {
      ipcRenderer.off(BRIDGE_CHANNEL, forward)
    }
  },
  // A page cannot make a file with a path: only a person's drop or choice has one.
  pathOf: (file) => {
    const path = webUtils.getPathForFile(file)
    if (path !== '') ipcRenderer.send(GIVEN_FILE_CHANNEL, path)
    return path
  },
}

contextBridge.exposeInMainWorld(BRIDGE_NAME, bridge)
