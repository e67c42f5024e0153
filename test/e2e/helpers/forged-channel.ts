import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { Stack } from '../../../demo/stack.ts'
import { sealChannel, verifyChannel } from '../../../src/vocabulary/channel-bytes.ts'
import type { PackSource } from '../../../src/vocabulary/pack.ts'
import { canonicalJsonBytes } from '../../../src/vocabulary/pack-bytes.ts'
import { sha256Hex } from '../../../src/vocabulary/signature.ts'

async function read(url: string): Promise<unknown> {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}`)
  return answer.json()
}

/**
 * What somebody who holds the key could publish past our tools: a pack of the channel, changed, under a
 * signature that is good. Gives its bytes and the address of a channel that serves it.
 */
export async function serveForgedPack(
  { settings, secretKey }: Stack,
  id: string,
  change: (pack: PackSource) => void,
) {
  const channelUrl = new URL(settings.channelUrl ?? '')
  const present = await verifyChannel(await read(channelUrl.href), settings.trustedKeys ?? [])
  if (!present.ok) throw new Error(present.message)
  const { channel } = present
  const listed = channel.packs.find((pack) => pack.id === id)
  if (listed === undefined) throw new Error(`no pack ${id} on the channel`)
  const pack = (await read(`${channelUrl.origin}/v1/packs/${listed.sha256}`)) as PackSource
  pack.version += 1
  change(pack)
  const bytes = canonicalJsonBytes(pack)
  const sha256 = await sha256Hex(bytes)
  const forged = { ...listed, version: pack.version, sha256, bytes: bytes.length }
  const sealed = await sealChannel(
    { ...channel, version: channel.version + 1, packs: [forged] },
    secretKey,
  )
  const files = new Map<string, string | Uint8Array>([
    [channelUrl.pathname, JSON.stringify(sealed)],
    [`/v1/packs/${sha256}`, bytes],
  ])
  const server = createServer((request, response) => {
    const file = files.get(request.url ?? '')
    response.writeHead(file ? 200 : 404, {
      'content-type': 'application/json',
      'access-control-allow-origin': '*',
    })
    response.end(file)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { bytes, sha256, channelUrl: `http://127.0.0.1:${port}${channelUrl.pathname}` }
}
