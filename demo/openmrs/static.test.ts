import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createDemoEhr, type DemoEhr } from './server.ts'

let dir: string
let demo: DemoEhr

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'demo-static-'))
  const add = async (slug: string, manifest: object, files: Record<string, string>) => {
    await mkdir(join(dir, slug, 'dist'), { recursive: true })
    await writeFile(join(dir, slug, 'package.json'), JSON.stringify(manifest))
    for (const [file, text] of Object.entries(files))
      await writeFile(join(dir, slug, 'dist', file), text)
  }
  const html = '<script src="https://dev3.openmrs.org/openmrs/spa/importmap.json"></script>'
  const shell = { name: '@openmrs/esm-app-shell', version: '10.0.0' }
  await add('shell', shell, { 'index.html': html, 'a.js': 'shell' })
  const module = { name: '@openmrs/esm-one', browser: 'dist/one.js' }
  await add('one-1', module, { 'one.js': 'one', 'routes.json': '{"pages":[]}' })
  demo = await createDemoEhr({ packagesDir: dir, port: 0 })
})
afterEach(async () => {
  await demo.stop()
  await rm(dir, { recursive: true })
})

const read = async (path: string) => (await fetch(`${demo.origin}/openmrs/spa/${path}`)).text()

test('lists the modules in the import map and the routes', async () => {
  expect(JSON.parse(await read('importmap.json'))).toEqual({
    imports: { '@openmrs/esm-one': './one-1/one.js' },
  })
  expect(JSON.parse(await read('routes.registry.json'))).toEqual({
    '@openmrs/esm-one': { pages: [] },
  })
})

test('any page of the app is the shell, with the import map of this server', async () => {
  const page = await fetch(`${demo.origin}/openmrs/spa/patient/1/chart`)
  expect(page.headers.get('cache-control')).toBe('no-store')
  expect(await page.text()).toBe('<script src="/openmrs/spa/importmap.json"></script>')
})

test('files of the shell and of versioned modules may be kept by the browser', async () => {
  expect(await read('a.js')).toBe('shell')
  const file = await fetch(`${demo.origin}/openmrs/spa/one-1/one.js`)
  expect(file.headers.get('cache-control')).toContain('immutable')
  expect(await file.text()).toBe('one')
})

test.each(['one-1/../package.json', 'one-1/%2e%2e/package.json', 'one-1/..%2fpackage.json'])(
  'gives nothing outside the served folders: %s',
  async (path) => {
    // fetch would clean the path up before sending it.
    const { port } = new URL(demo.origin)
    const body = await new Promise<string>((resolve, reject) => {
      request({ port, host: '127.0.0.1', path: `/openmrs/spa/${path}` }, async (response) => {
        let text = ''
        for await (const chunk of response) text += chunk
        resolve(text)
      })
        .on('error', reject)
        .end()
    })
    expect(body).not.toContain('@openmrs/esm-one')
  },
)
