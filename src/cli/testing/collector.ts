import { sha256Hex } from '../../vocabulary/signature.ts'

const TOKEN = 'publish-token'

/** A collector in memory that keeps its contract: stores what is published, and says no in JSON. */
export function createTestCollector() {
  const channels = new Map<string, string>()
  const packs = new Map<string, Uint8Array>()
  const requests: string[] = []
  /** Taken instead of the next answer to a request that begins so, `PUT /v1/channels`. */
  const instead = new Map<string, () => Response | Promise<Response>>()

  const refuse = (status: number, error: string, message: string) =>
    Response.json({ error, message }, { status })

  async function answer(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url)
    const line = `${request.method} ${pathname}`
    requests.push(line)
    for (const [start, respond] of instead) if (line.startsWith(start)) return respond()
    const [, , kind, name = ''] = pathname.split('/')
    if (request.method === 'GET') {
      const found = kind === 'channels' ? channels.get(name) : undefined
      return found === undefined
        ? refuse(404, 'not-found', 'there is no such channel')
        : new Response(found)
    }
    if (request.headers.get('authorization') !== `Bearer ${TOKEN}`)
      return refuse(401, 'token', 'wrong token')
    const bytes = new Uint8Array(await request.arrayBuffer())
    if (kind === 'channels') channels.set(name, new TextDecoder().decode(bytes))
    else if ((await sha256Hex(bytes)) === name) packs.set(name, bytes)
    else return refuse(400, 'hash', 'the bytes have another hash')
    return Response.json({ ok: true })
  }

  const fetch: typeof globalThis.fetch = (input, init) => answer(new Request(input, init))
  return { fetch, token: TOKEN, channels, packs, requests, instead }
}
