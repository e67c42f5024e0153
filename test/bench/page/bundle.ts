import { join } from 'node:path'
import { build } from 'vite'
import { CACHE_FOLDER, unpack } from '../anchors/unpack.ts'
import type { PageBench } from './page/main.ts'
import { DRIVER } from './peers.ts'

declare global {
  var pageBench: PageBench
}

/** Handrail's looking code, the storm and driver.js as one script for the page, as small as a release's. */
export async function bundlePageBench(): Promise<string> {
  const driver = await unpack(DRIVER, CACHE_FOLDER)
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    resolve: { alias: { 'driver.js': join(driver, 'dist/driver.js.mjs') } },
    build: {
      write: false,
      target: 'chrome123',
      lib: {
        entry: join(import.meta.dirname, 'page/main.ts'),
        formats: ['iife'],
        name: 'pageBenchModule',
      },
    },
  })
  for (const { output } of [built].flat() as { output: { type: string; code?: string }[] }[])
    for (const { type, code } of output) if (type === 'chunk' && code) return code
  throw new Error('The bundle of the page code is empty')
}
