import { defineCommand } from 'citty'
import type { Environment } from '../environment.ts'
import { lintPack } from '../lint-pack.ts'

/** `handrail lint DIR`: 0 where the pack may be published, 1 where not. */
export async function runLint(
  { folder, strict }: { folder: string; strict: boolean },
  world: Environment,
): Promise<number> {
  const { errors, warnings, sound } = await lintPack(folder, world)
  for (const line of errors) world.logError(`error ${line}`)
  for (const line of warnings) world.logError(`warning ${line}`)
  if (sound !== undefined) {
    const { id, version, screens, targets, walkthroughs } = sound.pack
    world.log(
      `${id} ${version}: ${screens.length} screens, ${targets.length} targets, ${walkthroughs.length} walkthroughs`,
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
      strict: { type: 'boolean', description: 'Let warnings count as errors', default: false },
    },
    run: ({ args }) => runLint({ folder: args.dir, strict: args.strict }, world),
  })
}
