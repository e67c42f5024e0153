import type { Page } from 'puppeteer-core'
import { type Peer, SCRIPTS } from './peers.ts'
import { type BenchServer, peerFolder } from './serve.ts'
import type { Tool } from './tools.ts'

/** Something that a tool has told, at a time in ms since 1970. */
export interface Heard {
  tool: Tool
  name: string
  at: number
}

interface Options {
  /** Handrail’s sensing; left out where it is not to run. */
  sensing?: string
  peers: readonly Peer[]
  /** What the peers send goes to the server, and not to a stub in the page. */
  isSending: boolean
}

/**
 * Puts the tools on every page that this tab opens, from its beginning: Handrail’s sensing in a world
 * of its own, as a content script is, and the peers as scripts of the page.
 */
export async function putTools(page: Page, server: BenchServer, options: Options) {
  const { sensing, peers, isSending } = options
  const heard: Heard[] = []
  const session = await page.createCDPSession()
  await session.send('Page.enable')
  await session.send('Runtime.enable')
  // No dialog of the browser’s stands in the way of the next episode.
  await session.send('Page.setInterceptFileChooserDialog', { enabled: true })
  await session.send('Runtime.addBinding', { name: 'benchTell' })
  session.on('Runtime.bindingCalled', ({ name, payload }) => {
    if (name === 'benchTell') heard.push(JSON.parse(payload))
  })
  if (sensing !== undefined)
    await session.send('Page.addScriptToEvaluateOnNewDocument', {
      source: sensing,
      worldName: 'handrail',
    })
  const files = peers.flatMap((peer) => SCRIPTS[peer].files.map((file) => peerFolder(peer) + file))
  const scripts = [...(isSending ? [] : ['/bench/sink.js']), ...files, '/bench/peers.js'].map(
    (path) => server.origin + path,
  )
  if (peers.length > 0)
    await page.evaluateOnNewDocument(
      (origin, names, urls) => {
        if (window !== top) return
        Object.assign(globalThis, { benchOrigin: origin, benchPeers: names })
        document.addEventListener('DOMContentLoaded', () => {
          for (const src of urls)
            document.head.append(
              Object.assign(document.createElement('script'), { src, async: false }),
            )
        })
      },
      server.origin,
      peers,
      scripts,
    )
  return heard
}
