import { join } from 'node:path'
import { RELEASES } from '../releases.ts'
import { serveFolder } from '../serve-folder.ts'
import { CACHE_FOLDER, unpack } from '../unpack.ts'
import type { BenchApp } from './app.ts'

/** The viewer of molecules as its package ships it. */
export const molstar: BenchApp = {
  async serve(side) {
    const [spec] = RELEASES.molstar[side].packages
    const folder = await unpack(spec, join(CACHE_FOLDER, `molstar-${side}`))
    return serveFolder(join(folder, 'build/viewer'), () => false)
  },
}
