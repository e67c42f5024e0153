import { defineCommand } from 'citty'
import { compilePack } from '../compile-pack.ts'
import { type Environment, fileTrouble } from '../environment.ts'
import { lintPack } from '../lint-pack.ts'

/** `handrail build DIR --out FILE`: the pack as it would be published, unsigned. */
export async function runBuild(
  { folder, out, base }: { folder: string; out: string; base?: string },
  world: Environment,
): Promise<number> {
  const { errors, warnings, sound } = await lintPack(folder, world, base)
  for (const line of errors) world.logError(`error ${line}`)
  for (const line of warnings) world.logError(`warning ${line}`)
  if (sound === undefined) return 1
  const compiled = await compilePack(sound.source)
  if (!compiled.ok) {
    world.logError(compiled.message)
    return 1
  }
  const { pack, bytes, sha256 } = compiled.value
  try {
    await world.writeFile(out, bytes)
  } catch (error) {
    world.logError(`${out}: can't be written: ${fileTrouble(error)}`)
    return 1
  }
  world.log(`${out}: ${pack.id} ${pack.version}, ${bytes.length} bytes, SHA-256 ${sha256}`)
  return 0
}

export function buildCommand(world: Environment) {
  return defineCommand({
    meta: { name: 'build', description: 'Write a pack as one JSON file, as it would be published' },
    args: {
      dir: { type: 'positional', required: true, description: 'The pack’s folder' },
      base: {
        type: 'string',
        description: 'Of an overlay: the folder of the pack that it extends',
      },
      out: { type: 'string', description: 'The file to write', required: true },
    },
    run: ({ args }) =>
      runBuild({ folder: args.dir, out: args.out, ...(args.base && { base: args.base }) }, world),
  })
}
