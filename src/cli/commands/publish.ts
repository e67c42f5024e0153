import { defineCommand } from 'citty'
import type { Environment } from '../environment.ts'
import { readKeyFile, readTrusted } from '../key-file.ts'
import { publishPack } from '../publish-pack.ts'
import { failure } from '../result.ts'

interface PublishArguments {
  folder: string
  base?: string
  collector: string
  channel: string
  key: string
  token?: string
  trust?: string
  bump: boolean
}

/** `handrail publish DIR …`: lint, sign, and put the pack on a channel. */
export async function runPublish(given: PublishArguments, world: Environment): Promise<number> {
  const published = await publish(given, world)
  if (!published.ok) {
    for (const line of published.message.split('\n')) world.logError(`error ${line}`)
    return 1
  }
  const { pack, version, channel, channelVersion, expiresAt, outcome, warnings } = published.value
  for (const line of warnings) world.logError(`warning ${line}`)
  const done = outcome === 'renewed' ? 'unchanged, its channel renewed' : 'published'
  world.log(
    `${pack} ${version}: ${done}: ${channel} ${channelVersion}, holds until ${expiresAt.slice(0, 10)}`,
  )
  return 0
}

async function publish(given: PublishArguments, world: Environment) {
  const token = given.token ?? world.variables.HANDRAIL_PUBLISH_TOKEN
  if (token === undefined || token === '')
    return failure('there is no token: give one as --token or HANDRAIL_PUBLISH_TOKEN')
  const trustedKeys = readTrusted(given.trust)
  if (!trustedKeys.ok) return trustedKeys
  const secretKey = await readKeyFile(given.key, world)
  if (!secretKey.ok) return secretKey
  return publishPack(
    {
      folder: given.folder,
      ...(given.base && { base: given.base }),
      collectorUrl: given.collector,
      channel: given.channel,
      secretKey: secretKey.value,
      token,
      trustedKeys: trustedKeys.value,
      bump: given.bump,
    },
    world,
  )
}

export function publishCommand(world: Environment) {
  return defineCommand({
    meta: { name: 'publish', description: 'Check a pack, sign it, and put it on a channel' },
    args: {
      dir: { type: 'positional', required: true, description: 'The pack’s folder' },
      base: {
        type: 'string',
        description: 'Of an overlay: the folder of the pack that it extends',
      },
      collector: { type: 'string', description: 'The collector’s address', required: true },
      channel: { type: 'string', description: 'The channel, such as pilot', required: true },
      key: { type: 'string', description: 'The secret key file, from keygen', required: true },
      token: { type: 'string', description: 'The publish token (or HANDRAIL_PUBLISH_TOKEN)' },
      trust: { type: 'string', description: 'Public keys of colleagues who publish here as well' },
      bump: {
        type: 'boolean',
        description: 'Take the next version without editing pack.yaml',
        default: false,
      },
    },
    run: ({ args: { dir, ...given } }) => runPublish({ folder: dir, ...given }, world),
  })
}
