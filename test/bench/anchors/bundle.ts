import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { build } from 'vite'
import type { AnchorBench } from './page/main.ts'
import { MEDV_FINDER } from './releases.ts'
import { CACHE_FOLDER, unpack } from './unpack.ts'

declare global {
  var anchorBench: AnchorBench
}

/** Handrail's anchor code, the peers and the drifts as one script for the page. */
export async function bundlePageCode(): Promise<string> {
  const medv = await unpack(MEDV_FINDER, CACHE_FOLDER)
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { alias: { '@medv/finder': join(medv, 'finder.js') } },
    build: {
      write: false,
      minify: false,
      lib: {
        entry: join(import.meta.dirname, 'page/main.ts'),
        formats: ['iife'],
        name: 'anchorBenchModule',
      },
    },
  })
  for (const { output } of [built].flat() as { output: { type: string; code?: string }[] }[])
    for (const { type, code } of output) if (type === 'chunk' && code) return code
  throw new Error('The bundle of the page code is empty')
}

/** Puts the page code into a page, past its content security policy. */
export async function inject(page: Page, code: string): Promise<void> {
  await page.evaluate(code)
}
