import { stripVTControlCharacters } from 'node:util'
import { type CommandDef, renderUsage, runCommand } from 'citty'
import { buildCommand } from './commands/build.ts'
import { healthCommand } from './commands/health.ts'
import { keygenCommand } from './commands/keygen.ts'
import { lintCommand } from './commands/lint.ts'
import { publishCommand } from './commands/publish.ts'
import { statusCommand } from './commands/status.ts'
import type { Environment } from './environment.ts'
import { EXIT } from './health/verdict.ts'
import { failure, type Result, success } from './result.ts'

/** Runs one command line (without `node` and the script). Gives the exit code; never rejects. */
export async function runHandrail(given: readonly string[], world: Environment): Promise<number> {
  const commands = new Map<string, CommandDef>(
    [lintCommand, buildCommand, healthCommand, keygenCommand, publishCommand, statusCommand].map(
      (create) => {
        const command = create(world) as CommandDef
        return [metaOf(command).name ?? '', command]
      },
    ),
  )
  const [name = '--help', ...rest] = given
  const command = commands.get(name)
  if (command === undefined) {
    const isHelp = name === '--help' || name === '-h' || name === 'help'
    const say = isHelp ? world.log : world.logError
    if (!isHelp) say(`error there is no command '${name}'`)
    for (const [known, { meta }] of commands)
      say(`handrail ${known.padEnd(8)} ${Object(meta).description}`)
    say(`handrail ${'collector'.padEnd(8)} Run the collector, back it up, look after it`)
    say('handrail COMMAND --help tells more')
    return isHelp && given.length > 0 ? 0 : 1
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    const parent: CommandDef = { meta: { name: 'handrail' } }
    world.log(stripVTControlCharacters(await renderUsage(command, parent)))
    return 0
  }
  // A health that could not be looked at is another answer than a bad one.
  const failed = name === 'health' ? EXIT.notRun : 1
  const words = readOptions(command, rest)
  if (!words.ok) {
    world.logError(`error ${words.message}: see handrail ${name} --help`)
    return failed
  }
  try {
    const { result } = await runCommand(command, { rawArgs: words.value })
    return typeof result === 'number' ? result : failed
  } catch (error) {
    const message = error instanceof Error ? error.message : 'something unforeseen went wrong'
    world.logError(`error ${stripVTControlCharacters(message)}: see handrail ${name} --help`)
    return failed
  }
}

function metaOf({ meta }: CommandDef): { name?: string } {
  return Object(meta)
}

/**
 * The words with each option's value joined to it, `--token=-x`. citty lets any option pass, so
 * that a misspelt one would silently do nothing, and takes the next option for a value left out.
 */
function readOptions({ args }: CommandDef, words: readonly string[]): Result<string[]> {
  const known: Record<string, { type?: string }> = Object(args)
  const joined: string[] = []
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    const [, name, hasValue] = /^--?([^=]*)(=)?/.exec(word) ?? []
    const type = name !== undefined && Object.hasOwn(known, name) ? known[name]?.type : undefined
    if (
      name !== undefined &&
      (type === undefined || type === 'positional' || !word.startsWith('--'))
    )
      return failure(`there is no option '${word}'`)
    if (type === 'string' && hasValue === undefined) {
      at += 1
      const value = words[at]
      if (value === undefined || value === '' || value.startsWith('--'))
        return failure(`'${word}' needs a value`)
      joined.push(`${word}=${value}`)
    } else joined.push(word)
  }
  return success(joined)
}
