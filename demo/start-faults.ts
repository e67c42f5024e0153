import { createServer } from 'node:net'

/** What the demo listens for, with the option that moves it. */
export interface WantedPort {
  port: number
  of: string
  option: string
}

const HOST = '127.0.0.1'
/** Ports below it are the administrator's. */
const OPEN_PORT_MIN = 1024

/** Why a port can't be listened on now, as the system's code; `undefined` where it can. */
function faultOf(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error) => resolve('code' in error ? String(error.code) : error.message))
    probe.listen(port, HOST, () => probe.close(() => resolve(undefined)))
  })
}

/** The lines about ports that can't be had; '' where all can. Asked first: a build would be for nothing. */
export async function explainPorts(wanted: readonly WantedPort[]): Promise<string> {
  const lines: string[] = []
  for (const { port, of, option } of wanted) {
    const fault = await faultOf(port)
    if (fault === undefined) continue
    const next = Math.max(port + 1, OPEN_PORT_MIN)
    const reason =
      fault === 'EACCES'
        ? 'needs more rights than this account has. Choose another'
        : 'is in use. Stop the program that has it, or choose another'
    lines.push(`Port ${port}, for the ${of}, ${reason}: npm start -- ${option} ${next}`)
  }
  return lines.join('\n')
}

/** What an error says, in one line. */
export function firstLine(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n', 1)
  return line
}

/** Why the demo did not start, and what to do about it; never a stack. */
export function explainStart(error: unknown): string {
  return `The demo did not start: ${error instanceof Error ? error.message : String(error)}`
}
