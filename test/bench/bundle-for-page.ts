import { build } from 'vite'

/** A module and all that it imports as one script for a page, as small as a release's. */
export async function bundleForPage(
  entry: string,
  alias: Readonly<Record<string, string>>,
): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { alias },
    build: {
      write: false,
      target: 'chrome123',
      lib: { entry, formats: ['iife'], name: 'benchModule' },
    },
  })
  for (const { output } of [built].flat() as { output: { type: string; code?: string }[] }[])
    for (const { type, code } of output) if (type === 'chunk' && code) return code
  throw new Error('The bundle of the page code is empty')
}
