import { mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

/** Screens of one pack, at most. */
export const SCREENS_MAX = 2000

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** The id of a screen: letters, since ids hold no run of four digits. */
export function screenId(index: number): string {
  const letter = (power: number) => LETTERS[Math.floor(index / 26 ** power) % 26]
  return `s-${letter(2)}${letter(1)}${letter(0)}`
}

const PAGE = `<!doctype html><html lang="en"><title>Chaos</title><h1>Ward</h1>
<script>
  window.visit = (path) => {
    history.pushState(null, '', path)
    document.querySelector('h1').textContent = path
  }
</script></html>`

/** An app of one page with many screens: each is visited once, so that its count can only be 1. */
export async function startSite() {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(PAGE)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** Writes the pack that knows the app's screens. */
export async function writePack(folder: string, screens: number): Promise<void> {
  await mkdir(folder, { recursive: true })
  const pack = `format: handrail.pack/1
id: chaos
version: 1
locale: en
app:
  id: chaos
  name: Chaos
  sites:
    - http://127.0.0.1/*
`
  const lines = Array.from({ length: screens }, (_, index) => {
    const id = screenId(index)
    return `- { id: ${id}, title: Screen ${id}, when: { url: [/${id}] }, examples: [/${id}] }\n`
  })
  await writeFile(join(folder, 'pack.yaml'), pack)
  await writeFile(join(folder, 'screens.yaml'), lines.join(''))
}
