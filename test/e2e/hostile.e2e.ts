import type { Page } from 'puppeteer-core'
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  onTestFinished,
  test,
} from 'vitest'
import type { Anchor } from '../../src/vocabulary/evidence.ts'
import { type FixtureSession, startFixtureSession } from './helpers/fixture-session.ts'
import { serveForgedPack } from './helpers/forged-channel.ts'
import { BROWSERS } from './helpers/session.ts'
import { syncStatus } from './helpers/sync.ts'
import { createWitness } from './helpers/witness.ts'

const PATIENCE = { timeout: 30_000 }
/** Frames of the page: several looks of Handrail's. */
const FRAMES = 60
const PACE_MS = 2_000
/** What the page keeps of its own pace, at the least. */
const PACE_MIN = 0.7

/** What pages do to a guest, on purpose or not. The page goes on; the right control, or nothing. */
describe.each(BROWSERS)('pages that make trouble, in %s', (kind) => {
  let session: FixtureSession
  let site: FixtureSession['site']
  let page: Page
  let witness: Awaited<ReturnType<typeof createWitness>>

  beforeAll(async () => {
    session = await startFixtureSession(kind)
    site = session.site
  })
  afterAll(() => session?.stop())
  beforeEach(async () => {
    page = await session.loaded.browser.newPage()
    witness = await createWitness(page)
  })
  afterEach(() => page?.close())

  async function start(path: string, walkthrough: string): Promise<void> {
    await page.bringToFront()
    await page.goto(site.origin + path)
    await witness.press('launcher')
    await witness.press(`offer-${walkthrough}`)
  }
  const pointsAtIt = () =>
    expect.poll(() => witness.look(), PATIENCE).toMatchObject({ step: 'save', ring: 'around it' })
  /** `pace`: what the page's own timer has where there is no Handrail. */
  async function expectUndisturbed(pace = 1): Promise<void> {
    // Other work of the machine passes; ours would not.
    await expect
      .poll(async () => (await witness.rate(PACE_MS)) / pace, PATIENCE)
      .toBeGreaterThan(PACE_MIN)
    expect((await witness.look()).errors).toEqual([])
  }
  async function neverPointsElsewhere(): Promise<void> {
    const seen = await witness.watch(FRAMES)
    expect(seen.filter(({ ring }) => ring === 'elsewhere')).toEqual([])
  }

  test('fields and pictures named as the members that a finder calls', async () => {
    await start('/clobbered', 'on-clobbered')
    await pointsAtIt()
    await neverPointsElsewhere()
    await witness.press(undefined)
    await expect.poll(async () => (await witness.look()).step, PATIENCE).toBe('after')
    await expectUndisturbed()
  })

  test('a page that replaces the browser’s own methods for its scripts', async () => {
    await start('/clobbered', 'on-clobbered')
    await pointsAtIt()
    await page.evaluate('bendAll()')
    await neverPointsElsewhere()
    await pointsAtIt()
    await expectUndisturbed()
  })

  test('every member hidden by a name: the right control or nothing, and nothing half drawn', async () => {
    await start('/clobbered', 'on-clobbered')
    await pointsAtIt()
    await page.goto(`${site.origin}/clobbered?all`)
    await neverPointsElsewhere()
    const { ring, step, parts } = await witness.look()
    if (ring === 'none') expect({ step, parts }).toEqual({ step: undefined, parts: {} })
    await expectUndisturbed()
  })

  describe('a pack under a good signature that would spell out a record is refused at every door', () => {
    const oracles: [string, Anchor][] = [
      ['a field’s value', { role: 'textbox', attributes: { value: '1' } }],
      ['the start of a value', { role: 'textbox', attributes: { id: '^1' } }],
      ['a record’s own attribute', { name: ['Row'], attributes: { 'data-mrn': '1' } }],
      ['a selector for a path', { name: ['Row'], path: 'input[value^="1"]' }],
      ['a record number for a name', { name: ['MRN 10073'] }],
    ].map(([what, anchor]) => [what as string, anchor as Anchor])

    test.each(oracles)('%s', async (_what, anchor) => {
      const { stack } = session
      const forged = await serveForgedPack(stack, 'fixtures', ({ targets = [] }) =>
        targets.push({ id: 'oracle', label: 'Oracle', anchor }),
      )
      const { url, publishToken } = stack.collector
      const put = await fetch(`${url}/v1/packs/${forged.sha256}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${publishToken}` },
        body: Buffer.from(forged.bytes),
      })
      expect(put.status).toBe(422)

      onTestFinished(() => session.configure(session.settings))
      await session.configure({ ...session.settings, channelUrl: forged.channelUrl })
      const { channel } = await syncStatus(session)
      expect(channel).toMatchObject({
        state: 'refused',
        message: expect.stringContaining('targets'),
      })
    })
  })

  test('names of a megabyte', async () => {
    await start('/huge', 'on-huge')
    await pointsAtIt()
    await neverPointsElsewhere()
    await expectUndisturbed()
  })

  test('5,000 elements deep, and 200 shadow roots deep', async () => {
    await start('/deep', 'on-deep')
    await pointsAtIt()
    await neverPointsElsewhere()
    await expectUndisturbed()
  })

  describe('a board that is drawn anew in each frame', () => {
    /** The pace of the page in a tab that is no site of ours. */
    async function paceOf(path: string): Promise<number> {
      await page.bringToFront()
      await page.goto(site.otherOrigin + path)
      return witness.rate(PACE_MS)
    }

    test('what stands beside it is pointed at, and the page hardly slower', async () => {
      const pace = await paceOf('/restless')
      await start('/restless', 'on-restless')
      await pointsAtIt()
      await neverPointsElsewhere()
      await expectUndisturbed(pace)
    })

    test('what is drawn anew with it is never missed by its ring', async () => {
      const pace = await paceOf('/restless?inside')
      await start('/restless?inside', 'on-restless')
      await neverPointsElsewhere()
      await expectUndisturbed(pace)
    })
  })
})
