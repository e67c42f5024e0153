import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { PACK_FOLDER } from '../../../demo/stack.ts'

/** A copy of the sample pack for one test, and a way to edit its files. */
export async function copyPack() {
  const folder = await mkdtemp(join(tmpdir(), 'handrail-pack-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await cp(PACK_FOLDER, folder, { recursive: true })
  return {
    folder,
    async edit(file: string, from: string, to: string): Promise<void> {
      const path = join(folder, file)
      const text = await readFile(path, 'utf8')
      if (!text.includes(from)) throw new Error(`${file} does not hold: ${from}`)
      await writeFile(path, text.replace(from, to))
    },
  }
}

/** A copy of the sample pack in which ‘Record vitals’ has another title. */
export async function packWithTitle(title: string): Promise<string> {
  const pack = await copyPack()
  await pack.edit('walkthroughs/record-vitals.yaml', 'title: Record vitals', `title: ${title}`)
  return pack.folder
}
