import { join } from 'node:path'
import { lintPack } from '../../../src/cli/lint-pack.ts'
import { nodeEnvironment } from '../../../src/cli/node-environment.ts'
import { isOverlay } from '../../../src/vocabulary/overlay.ts'
import type { Pack } from '../../../src/vocabulary/pack.ts'

export const TWIN_PACK = join(import.meta.dirname, 'pack')
const OPENMRS_PACK = join(import.meta.dirname, '../../../packs/openmrs')

/** The packs in force: that of the app of our own, and that of OpenMRS. */
export function twinPacks(): Promise<Pack[]> {
  return Promise.all(
    [TWIN_PACK, OPENMRS_PACK].map(async (folder) => {
      const { sound, errors } = await lintPack(folder, nodeEnvironment())
      if (sound === undefined || isOverlay(sound.pack)) throw new Error(errors.join('\n'))
      return sound.pack
    }),
  )
}
