import '../../../shared/contract/without-eval.ts'
import '../../../renderer/styles/tokens.css'
import '../../../renderer/styles/base.css'
import { serve } from '../../../main/ipc/server.ts'
import { mountPage } from '../../../renderer/app/mount.tsx'
import { pageContract } from '../../../renderer/lib/api.ts'
import type { Port } from '../../../shared/contract/wire.ts'
import { createFakeCore } from './fake-core.ts'
import { findScene } from './scenes.ts'

/** The real page over the real wire, with a core that only pretends. The scene is named in the address. */
const channel = new MessageChannel()
const fake = createFakeCore(findScene(new URLSearchParams(location.search).get('scene') ?? ''))
const log = { debug() {}, info() {}, warn() {}, error: (event: string, facts: object) => console.error(event, facts) }
const served = serve(pageContract, fake.handlers, toPort(channel.port1), { log, ref: () => 'gallery-1' })
fake.connect(served.push)

const root = document.getElementById('root')
if (root) mountPage(root, toPort(channel.port2))

function toPort(port: MessagePort): Port {
  port.start()
  return {
    post: (message) => port.postMessage(message),
    listen: (listener) => {
      const forward = (event: MessageEvent) => listener(event.data)
      port.addEventListener('message', forward)
      return () => port.removeEventListener('message', forward)
    },
  }
}
