/**
 * `npm run gallery`: every component in every state, and every scene of the page over a core that only pretends, from a
 * development server on this computer. Ends with Ctrl-C.
 */
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { createServer } from 'vite'

const server = await createServer({
  configFile: false,
  root: path.resolve(import.meta.dirname, 'page'),
  plugins: [react()],
  server: { host: '127.0.0.1', port: 5199 },
  logLevel: 'warn',
})
await server.listen()
const address = server.resolvedUrls?.local[0] ?? ''
process.stdout.write(`Components: ${address}components.html
The window: ${address}index.html?scene=usual
Scenes and what they show are in test/e2e/page/scenes.ts. End with Ctrl-C.
`)
