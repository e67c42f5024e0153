import { execFile } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { PackageSpec } from './package-list.ts'

/** Downloads one package into `folder` and gives the path of the tarball. */
export type PackRunner = (spec: PackageSpec, folder: string) => Promise<string>

const run = promisify(execFile)

/** Downloads with `npm pack`, which honours the machine's own registry, proxy and certificates. */
export const npmPack: PackRunner = async ({ name, version }, folder) => {
  const wanted = `${name}@${version}`
  const args = ['pack', wanted, '--pack-destination', folder, '--ignore-scripts', '--silent']
  try {
    await runNpm(args)
  } catch (error) {
    throw packageUnavailable(wanted, error)
  }
  const tarball = (await readdir(folder)).find((file) => file.endsWith('.tgz'))
  if (!tarball) throw packageUnavailable(wanted, 'npm pack wrote no file')
  return join(folder, tarball)
}

function runNpm(args: string[]) {
  // Set when npm started us; spares a search of PATH and the .cmd file on Windows.
  const npmScript = process.env.npm_execpath
  if (npmScript?.endsWith('.js')) return run(process.execPath, [npmScript, ...args])
  return run('npm', args, { shell: process.platform === 'win32' })
}

/** The named error for a package that could not be downloaded, with advice. */
export function packageUnavailable(wanted: string, cause: unknown): Error {
  const reason = cause instanceof Error ? cause.message.trim() : String(cause)
  const error = new Error(
    [
      `Could not download ${wanted} with npm.`,
      'The demo needs the npm registry once, the first time it starts.',
      'Check the network, and that "npm ping" works (a proxy or an in-house registry goes into .npmrc).',
      'Then start it again: packages that arrived are kept.',
      `npm said: ${reason}`,
    ].join('\n'),
    { cause },
  )
  error.name = 'PackageUnavailable'
  return error
}
