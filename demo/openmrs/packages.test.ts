import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { create } from 'tar'
import { afterEach, expect, test } from 'vitest'
import { type PackRunner, packageUnavailable } from './npm-pack.ts'
import { packages, slugOf } from './package-list.ts'
import { ensurePackages, type Progress, stalePartialMs } from './packages.ts'

const wanted = packages.slice(0, 4)
const folders: string[] = []
afterEach(() => Promise.all(folders.splice(0).map((dir) => rm(dir, { recursive: true }))))

async function temporary() {
  const dir = await mkdtemp(join(tmpdir(), 'demo-packages-'))
  folders.push(dir)
  return dir
}

/** A runner that packs a tiny package itself and counts how often it was asked. */
function createRunner() {
  const asked: string[] = []
  const pack: PackRunner = async ({ name, version }, folder) => {
    asked.push(name)
    const source = await temporary()
    await mkdir(join(source, 'package/dist'), { recursive: true })
    await mkdir(join(source, 'package/src'))
    await writeFile(join(source, 'package/package.json'), JSON.stringify({ name, version }))
    await writeFile(join(source, 'package/dist/main.js'), '')
    await writeFile(join(source, 'package/dist/main.js.map'), '')
    await writeFile(join(source, 'package/src/index.ts'), '')
    const file = join(folder, 'one.tgz')
    await create({ file, cwd: source, gzip: true }, ['package'])
    return file
  }
  return { asked, pack }
}

test('names every package by its slug, once', () => {
  expect(packages).toHaveLength(27)
  expect(new Set(packages.map(slugOf)).size).toBe(27)
  expect(slugOf({ name: '@openmrs/esm-login-app', version: '10.0.0' })).toBe(
    'openmrs-esm-login-app-10.0.0',
  )
})

test('unpacks what is served and reports progress', async () => {
  const dir = join(await temporary(), 'cache')
  const { pack } = createRunner()
  const seen: Progress[] = []
  await ensurePackages({ dir, wanted, pack, onProgress: (progress) => seen.push(progress) })
  expect((await readdir(dir)).sort()).toEqual(wanted.map(slugOf).sort())
  expect(seen.map(({ done, total }) => `${done}/${total}`)).toEqual(['1/4', '2/4', '3/4', '4/4'])
  const unpacked = join(dir, slugOf({ name: '@openmrs/esm-app-shell', version: '10.0.0' }))
  expect((await readdir(unpacked)).sort()).toEqual(['dist', 'package.json'])
  expect(await readdir(join(unpacked, 'dist'))).toEqual(['main.js'])
})

test('asks for nothing when everything is there', async () => {
  const dir = await temporary()
  const { asked, pack } = createRunner()
  await ensurePackages({ dir, wanted, pack })
  await ensurePackages({ dir, wanted, pack })
  expect(asked).toHaveLength(wanted.length)
})

test('keeps what arrived when one fails, and fetches only the rest next time', async () => {
  const dir = await temporary()
  const { asked, pack } = createRunner()
  const failing: PackRunner = (spec, folder) =>
    spec === wanted[2]
      ? Promise.reject(packageUnavailable(spec.name, 'offline'))
      : pack(spec, folder)
  await expect(ensurePackages({ dir, wanted, pack: failing, parallel: 1 })).rejects.toMatchObject({
    name: 'PackageUnavailable',
    message: expect.stringContaining('npm ping'),
  })
  await ensurePackages({ dir, wanted, pack })
  expect(asked).toHaveLength(wanted.length)
  expect(await readdir(dir)).toHaveLength(wanted.length)
})

test('removes partial folders of an interrupted run, not of one at work', async () => {
  const dir = await temporary()
  await mkdir(join(dir, '.partial-old'))
  await mkdir(join(dir, '.partial-new'))
  const longAgo = (Date.now() - stalePartialMs - 60_000) / 1000
  await utimes(join(dir, '.partial-old'), longAgo, longAgo)
  await ensurePackages({ dir, wanted, pack: createRunner().pack })
  const left = await readdir(dir)
  expect(left).toContain('.partial-new')
  expect(left).not.toContain('.partial-old')
})
