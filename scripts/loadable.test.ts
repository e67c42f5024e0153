import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { createLoadableCopy } from './loadable.ts'

it('grants the hosts in the manifest of the copy, and changes nothing else', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'handrail-'))
  onTestFinished(() => rm(dir, { recursive: true }))
  await mkdir(join(dir, 'dist'))
  await writeFile(join(dir, 'dist/manifest.json'), '{"name":"Handrail"}')
  await writeFile(join(dir, 'dist/worker.js'), 'work()')
  await createLoadableCopy(join(dir, 'dist'), ['http://127.0.0.1/*'], join(dir, 'copy'))
  expect(JSON.parse(await readFile(join(dir, 'copy/manifest.json'), 'utf8'))).toEqual({
    name: 'Handrail',
    host_permissions: ['http://127.0.0.1/*'],
  })
  expect(await readFile(join(dir, 'copy/worker.js'), 'utf8')).toBe('work()')
  expect(await readFile(join(dir, 'dist/manifest.json'), 'utf8')).toBe('{"name":"Handrail"}')
})
