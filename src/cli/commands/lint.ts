import { defineCommand } from 'citty'
import { isOverlay } from '../../vocabulary/overlay.ts'
import type { Environment } from '../environment.ts'
import { lintPack } from '../lint-pack.ts'

/** `handrail lint DIR`: 0 where the pack may be published, 1 where not. */
export async function runLint(
  { folder, strict, base }: { folder: string; strict: boolean; base?: string },
  world: Environment,
): Promise<number> {
  const { errors, warnings, sound } = await lintPack(folder, world, base)
  for (const line of errors) world.logError(`error ${line}`)
  for (const line of warnings) world.logError(`warning ${line}`)
  if (sound !== undefined) {
    const { id, version, targets, walkthroughs } = sound.pack
    const place = isOverlay(sound.pack)
      ? `over ${sound.pack.extends}`
      : `${sound.pack.screens.length} screens`
    world.log(
      `${id} ${version}: ${place}, ${targets.length} targets, ${walkthroughs.length} walkthroughs`,
    )
  }
  world.log(`errors: ${errors.length}, warnings: ${warnings.length}`)
  return errors.length > 0 || (strict && warnings.length > 0) ? 1 : 0
}

export function lintCommand(world: Environment) {
  return defineCommand({
    meta: { name: 'lint', description: 'Check a pack in its source folder' },
    args: {
      dir: {
        type: 'positional',
        required: true,
        description: 'The pack’s folder, such as packs/openmrs',
      },
      base: {
        type: 'string',
        description: 'Of an overlay: the folder of the pack that it extends',
      },
      strict: { type: 'boolean', description: 'Let warnings count as errors', default: false },
    },
    run: ({ args }) =>
      runLint(
        { folder: args.dir, strict: args.strict, ...(args.base && { base: args.base }) },
        world,
      ),
  })
}
