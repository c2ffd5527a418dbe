import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Port } from '../../shared/contract/wire.ts'
import { watchActivity } from '../features/vault/index.ts'
import { connectApi } from '../lib/api.ts'
import { App } from './App.tsx'
import { reportStrayFaults } from './faults.ts'
import { createPage } from './page.ts'

/** Connects the page to a port and draws it: the shell's port in the product, a fake core's in the gallery. */
export function mountPage(root: HTMLElement, port: Port): void {
  refuseStrayDrops()
  const page = createPage(connectApi(port), window)
  reportStrayFaults(page.desk, window)
  watchActivity(window, page.desk)
  createRoot(root).render(
    <StrictMode>
      <App page={page} />
    </StrictMode>,
  )
}

/** A file dropped beside a drop zone must not replace the page by the file. */
function refuseStrayDrops(): void {
  window.addEventListener('dragover', (event) => event.preventDefault())
  window.addEventListener('drop', (event) => event.preventDefault())
}
