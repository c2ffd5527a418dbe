import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import { BRIDGE_CHANNEL, BRIDGE_NAME } from '../shared/bridge.ts'
import type { Port } from '../shared/contract/wire.ts'

/** The whole bridge: messages out, messages in. What they mean is the contract's business, checked in main. */
const port: Port = {
  post: (message) => ipcRenderer.send(BRIDGE_CHANNEL, message),
  listen: (listener) => {
    const forward = (_event: IpcRendererEvent, message: unknown) => listener(message)
    ipcRenderer.on(BRIDGE_CHANNEL, forward)
    return () => {
      ipcRenderer.off(BRIDGE_CHANNEL, forward)
    }
  },
}

contextBridge.exposeInMainWorld(BRIDGE_NAME, port)
