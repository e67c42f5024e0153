import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const SERVER = join(import.meta.dirname, '../server.ts')

interface Options {
  dataDir: string
  /** 0: any free port at the first start, the same one after that. */
  port?: number
  databaseUrl?: string
  /** Further flags. */
  flags?: readonly string[]
}

/** The collector as a process of its own, that can be killed and started again at the same address. */
export function createCollectorProcess({ dataDir, port = 0, databaseUrl, flags = [] }: Options) {
  let child: ChildProcess | undefined
  let url = ''

  async function start(): Promise<string> {
    const at = url === '' ? String(port) : new URL(url).port
    const args = [SERVER, '--quiet', '--data', dataDir, '--port', at, ...flags]
    const env = { ...process.env, ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) }
    const running = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    child = running
    return new Promise((resolve, reject) => {
      let said = ''
      const listen = (chunk: Buffer) => {
        said += chunk
        const [, found] = /^Collector: (\S+)/m.exec(said) ?? []
        if (found === undefined) return
        url = found
        resolve(url)
      }
      running.stdout?.on('data', listen)
      running.stderr?.on('data', listen)
      running.once('exit', () => reject(new Error(`the collector ended: ${said}`)))
    })
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    const running = child
    if (running === undefined || running.exitCode !== null || running.signalCode !== null) return
    const gone = new Promise((resolve) => running.once('exit', resolve))
    running.kill(signal)
    await gone
  }

  return {
    start,
    /** `SIGKILL`, in the middle of whatever it does. */
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    secrets: (): { ingestToken: string; publishToken: string; adminKey: string } =>
      JSON.parse(readFileSync(join(dataDir, 'collector.json'), 'utf8')),
  }
}

export type CollectorProcess = ReturnType<typeof createCollectorProcess>
