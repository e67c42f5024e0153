import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const SERVER = join(import.meta.dirname, 'server.ts')

/** Starts the engine on a folder; its URL has the database `handrail`. */
export async function startClickhouse(folder: string) {
  const server: ChildProcess = spawn(process.execPath, [SERVER, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const url = await new Promise<string>((resolve, reject) => {
    server.once('exit', () => reject(new Error('the engine ended')))
    if (server.stdout) createInterface({ input: server.stdout }).once('line', resolve)
  })
  return {
    url,
    async stop(signal: NodeJS.Signals = 'SIGTERM') {
      server.kill(signal)
      await gone
    },
  }
}
