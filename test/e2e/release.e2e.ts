import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { copyPack } from './helpers/edited-pack.ts'
import { offeredTitle } from './helpers/offer.ts'
import { BROWSERS, type Session, startSession } from './helpers/session.ts'

const ROOT = join(import.meta.dirname, '../..')
const PATIENCE = { timeout: 20_000 }

/** `handrail` as an administrator runs it: a program of its own. */
function handrail(args: string[], variables: Record<string, string> = {}) {
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const env = { ...process.env, ...variables }
    const main = join(ROOT, 'src/cli/main.ts')
    execFile(process.execPath, [main, ...args], { env }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err })
    })
  })
}

describe.each(BROWSERS)('IT publishes from the command line, in %s', (kind) => {
  let session: Session
  let folder: string
  let key: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'handrail-release-'))
    key = join(folder, 'publisher.key')
    session = await startSession(kind)
    await writeFile(key, session.stack.secretKey, { mode: 0o600 })
    await session.page.goto(session.stack.ehr.url)
    await session.overlay.onScreen('sign-in')
  })
  afterAll(async () => {
    await session?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  const publish = (pack: string, token = session.stack.collector.publishToken) =>
    handrail(
      ['publish', pack, '--collector', session.stack.collector.url, '--channel', 'demo'].concat([
        '--key',
        key,
        '--bump',
      ]),
      { HANDRAIL_PUBLISH_TOKEN: token },
    )

  test('a new version shows in a tab that is open, at the next poll', async () => {
    const pack = await copyPack()
    await pack.edit('walkthroughs/record-vitals.yaml', 'title: Record vitals', 'title: Take vitals')
    const done = await publish(pack.folder)
    expect(done).toMatchObject({ code: 0, err: '' })
    expect(done.out).toMatch(/^openmrs \d+: published: demo \d+, holds until/)
    await session.sync()
    await expect
      .poll(() => offeredTitle(session.page, 'record-vitals'), PATIENCE)
      .toBe('Take vitals')
  })

  test('and is taken back by publishing what was there before', async () => {
    expect((await publish((await copyPack()).folder)).code).toBe(0)
    await session.sync()
    await expect
      .poll(() => offeredTitle(session.page, 'record-vitals'), PATIENCE)
      .toBe('Record vitals')
  })

  test('a pack with a fault is not published: file, line, what is wrong, how to mend it', async () => {
    const pack = await copyPack()
    await pack.edit(
      'walkthroughs/record-vitals.yaml',
      'target: record-vitals',
      'target: record-vitels',
    )
    const done = await publish(pack.folder)
    expect(done.code).toBe(1)
    expect(done.err).toMatch(/record-vitals\.yaml:\d+.*there is no target 'record-vitels'.*mend/)
    expect(done.err).not.toMatch(/\n\s+at /)
  })

  test('without the right token nothing is published, and it says so', async () => {
    const done = await publish((await copyPack()).folder, 'wrong')
    expect(done.code).toBe(1)
    expect(done.err).toMatch(/token/)
    expect(done.err).not.toContain(await readFile(key, 'utf8'))
  })

  test('where no collector answers, it says which address it tried', async () => {
    const pack = await copyPack()
    const args = ['publish', pack.folder, '--collector', 'http://127.0.0.1:9', '--channel', 'demo']
    const done = await handrail([...args, '--key', key, '--token', 'any-token-will-do'])
    expect(done.code).toBe(1)
    expect(done.err).toContain('http://127.0.0.1:9')
    expect(done.err).not.toMatch(/\n\s+at /)
  })
})
