import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { sourceStamp } from './source-stamp.ts'

async function createTree() {
  const root = await mkdtemp(join(tmpdir(), 'handrail-stamp-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
  await write('manifest.json', '{}')
  await write('src/content/main.ts', 'one')
  const stamp = () => sourceStamp(root)
  return { root, write, stamp, before: await stamp() }
}

test.each([
  ['a changed source', 'src/content/main.ts'],
  ['a new source', 'src/content/more.ts'],
  ['another set of packages', 'package-lock.json'],
  ['another build', 'vite.config.ts'],
])('%s is another build', async (_what, path) => {
  const { write, stamp, before } = await createTree()
  await write(path, 'two')
  expect(await stamp()).not.toBe(before)
})

test.each([
  ['a test', 'src/content/main.test.ts'],
  ['what only tests use', 'src/content/testing/fake.ts'],
  ['what the build itself writes', 'public/managed-schema.json'],
  ['what is no source', 'README.md'],
])('%s is none', async (_what, path) => {
  const { write, stamp, before } = await createTree()
  await write(path, 'two')
  expect(await stamp()).toBe(before)
})

test('a file that moves is another build, though all bytes are the same', async () => {
  const { root, write, stamp, before } = await createTree()
  await rm(join(root, 'src/content/main.ts'))
  await write('src/content/other.ts', 'one')
  expect(await stamp()).not.toBe(before)
})
