import { join } from 'node:path'
import { failure, type Result, success } from '../result.ts'

const ENTRY = join(import.meta.dirname, '../../probe/main.ts')
/** The global that the script makes in its own world of the page. */
export const PROBE_GLOBAL = 'handrailProbe'

/** Builds our finder for a page: the sources that the extension has, as one script. */
export async function buildProbe(): Promise<Result<string>> {
  try {
    const { build } = await import('vite')
    const built = await build({
      configFile: false,
      publicDir: false,
      logLevel: 'silent',
      build: {
        write: false,
        target: 'chrome123',
        lib: { entry: ENTRY, formats: ['iife'], name: PROBE_GLOBAL },
      },
    })
    const [output] = [built].flat()
    const script = output !== undefined && 'output' in output ? output.output[0].code : undefined
    if (script !== undefined) return success(script)
  } catch {
    // Below.
  }
  return failure('the finder could not be built: run npm install, with the development packages')
}
