import { defineCommand } from 'citty'
import * as v from 'valibot'
import { channelEnvelopeSchema } from '../../vocabulary/channel.ts'
import { verifyChannel } from '../../vocabulary/channel-bytes.ts'
import { identifier } from '../../vocabulary/identifier.ts'
import { createCollectorClient } from '../collector-client.ts'
import type { Environment } from '../environment.ts'
import { readTrusted } from '../key-file.ts'

const DAY_MS = 86_400_000

interface StatusArguments {
  collector: string
  channel: string
  trust?: string
}

/** `handrail status …`: what is on a channel. 1 where it is of no use to anybody. */
export async function runStatus(given: StatusArguments, world: Environment): Promise<number> {
  const fail = (message: string): number => {
    world.logError(`error ${message}`)
    return 1
  }
  const trusted = readTrusted(given.trust)
  if (!trusted.ok) return fail(trusted.message)
  if (!v.is(identifier, given.channel))
    return fail(`a channel has a kebab-case name, such as pilot (not '${given.channel}')`)
  const client = createCollectorClient(world.fetch, given.collector)
  if (!client.ok) return fail(client.message)
  const envelope = await client.value.getChannel(given.channel)
  if (!envelope.ok) return fail(envelope.message)
  if (envelope.value === undefined)
    return fail(`there is no channel '${given.channel}' yet: handrail publish makes it`)

  const signer = v.is(channelEnvelopeSchema, envelope.value) ? envelope.value.key : ''
  const keys = trusted.value.length > 0 ? trusted.value : [signer]
  const opened = await verifyChannel(envelope.value, keys)
  if (!opened.ok) return fail(`what is on the channel '${given.channel}' ${opened.message}`)
  const { channel, version, issuedAt, expiresAt, packs } = opened.channel
  if (channel !== given.channel)
    return fail(`what is on the channel '${given.channel}' belongs to '${channel}'`)

  const left = Math.floor((Date.parse(expiresAt) - world.now().getTime()) / DAY_MS)
  world.log(`${channel} ${version}, issued ${issuedAt.slice(0, 16)}Z`)
  world.log(
    `signed by ${signer}${trusted.value.length > 0 ? ', trusted' : ' (not compared: give --trust)'}`,
  )
  for (const pack of packs) world.log(`  ${pack.id} ${pack.version}, ${pack.bytes} bytes`)
  if (left < 0) return fail(`it ended on ${expiresAt.slice(0, 10)}: publish again to renew it`)
  world.log(`holds until ${expiresAt.slice(0, 10)}: ${left} days`)
  return 0
}

export function statusCommand(world: Environment) {
  return defineCommand({
    meta: { name: 'status', description: 'Show what is on a channel, and for how long it holds' },
    args: {
      collector: { type: 'string', description: 'The collector’s address', required: true },
      channel: { type: 'string', description: 'The channel', required: true },
      trust: { type: 'string', description: 'Public keys that may have signed it' },
    },
    run: ({ args }) => runStatus(args, world),
  })
}
