import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Copies a built extension and grants it some sites from the start: for the demo, for tests, and
 * for a hospital that installs its own copy. `hosts` are match patterns without a port
 * (`https://ehr.example.org/*`). Only the copy's manifest differs; the code is the same, byte by byte.
 */
export async function createLoadableCopy(
  distDir: string,
  hosts: readonly string[],
  to: string,
): Promise<void> {
  await rm(to, { recursive: true, force: true })
  await cp(distDir, to, { recursive: true })
  const path = join(to, 'manifest.json')
  const manifest = JSON.parse(await readFile(path, 'utf8'))
  const granted = { ...manifest, host_permissions: [...new Set(hosts)] }
  await writeFile(path, `${JSON.stringify(granted, null, 2)}\n`)
}
