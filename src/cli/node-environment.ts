import { readdir, readFile, writeFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { Environment } from './environment.ts'

/** The real world, as Node gives it. */
export function nodeEnvironment(): Environment {
  return {
    fetch: globalThis.fetch,
    now: () => new Date(),
    log: (line) => console.log(line),
    logError: (line) => console.error(line),
    readFile: (path) => readFile(path),
    listFolder: async (path) => (await readdir(path)).sort(),
    writeFile: (path, bytes) => writeFile(path, bytes),
    writeSecret: (path, text) => writeFile(path, text, { mode: 0o600, flag: 'wx' }),
    waitForEnter,
    variables: process.env,
  }
}

function waitForEnter(): Promise<void> {
  return new Promise((resolve) => {
    const lines = createInterface({ input: process.stdin })
    lines.once('close', resolve)
    lines.once('line', () => lines.close())
  })
}
