/** `npm run test:soak`: the soak tests at full length. */
import { spawn } from 'node:child_process'

const env = { SOAK_KILLS: '200', SOAK_CUT_ROUNDS: '100', ...process.env }
const child = spawn('vitest', ['run', 'test/soak'], { stdio: 'inherit', shell: process.platform === 'win32', env })
child.once('close', (code) => (process.exitCode = code ?? 1))
