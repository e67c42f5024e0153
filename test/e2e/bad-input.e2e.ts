import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { askWorker } from '../../demo/browser/settings.ts'
import type { SettingsView, TabStatus } from '../../src/messaging/protocol.ts'
import { sealChannel, verifyChannel } from '../../src/vocabulary/channel-bytes.ts'
import type { Policy } from '../../src/vocabulary/policy.ts'
import { readSummary } from './helpers/counted.ts'
import { packWithTitle } from './helpers/edited-pack.ts'
import { openOptions, openPopup, tabIdOf } from './helpers/extension-page.ts'
import { createGateway, type Gateway } from './helpers/gateway.ts'
import { offeredTitle } from './helpers/offer.ts'
import { BROWSERS, type Session, startSession } from './helpers/session.ts'
import { syncStatus } from './helpers/sync.ts'

const CHANNEL_PATH = '/v1/channels/demo'
const PATIENCE = { timeout: 30_000 }
/** How long a kill switch may take in a tab that is open. */
const KILL = { timeout: 5_000, interval: 50 }

describe.each(BROWSERS)('bad input gets a clear message and loses nothing, in %s', (kind) => {
  let session: Session
  let gateway: Gateway
  let good: Policy

  beforeAll(async () => {
    session = await startSession(kind, 'none')
    gateway = await createGateway(session.stack.collector.url)
    const channelUrl = gateway.url + CHANNEL_PATH
    good = { ...session.stack.settings, collectorUrl: gateway.url, channelUrl }
  })
  afterAll(async () => {
    await session?.stop()
    await gateway?.stop()
  })
  beforeEach(async () => {
    // Handrail counts nothing while a test prepares.
    await session.page.goto('about:blank')
    await gateway.goUp()
    gateway.heal()
    await session.configure(good)
  })

  /** Opens the sign-in page, which Handrail counts as a visit; resolves once that is on disk. */
  async function visit(): Promise<void> {
    const { page, stack, overlay } = session
    await page.bringToFront()
    await page.goto(stack.ehr.url)
    await overlay.onScreen('sign-in')
  }

  const isHandrailThere = async () =>
    (await session.page.$('>>> [data-testid="launcher"]')) !== null

  /** Each record that came through once, however often: their number and the visits in them. */
  function distinct() {
    const byUid = new Map(gateway.taken().map((tally) => [tally.uid, tally]))
    const visits = [...byUid.values()].filter(({ kind: event }) => event === 'visit')
    return { records: byUid.size, visits: visits.reduce((sum, { count }) => sum + count, 0) }
  }

  describe('a collector that can’t be reached', () => {
    test('records wait, popup and options say so, and all arrive once when it is back', async () => {
      await gateway.goDown()
      await visit()
      await expect
        .poll(async () => (await syncStatus(session)).delivery, PATIENCE)
        .toMatchObject({ state: 'unreachable', waiting: 1 })
      const options = await openOptions(session.loaded)
      await options.says('delivery-state', /collector can’t be reached.*kept/s)
      await options.says('waiting-state', '1 record waits to be sent.')
      await options.close()
      const popup = await openPopup(session.loaded, session.stack.ehr.origin)
      await popup.says('delivery-state', /collector can’t be reached.*kept/s)

      const before = distinct().records
      await gateway.goUp()
      await popup.press('sync-now')
      await popup.says('delivery-state', 'Everything is sent.')
      await popup.close()
      expect(distinct().records).toBe(before + 1)
      expect(gateway.taken()).toHaveLength(before + 1)
    })

    test('a batch whose answer was lost is sent again and counted once', async () => {
      const [before, through] = [distinct().records, gateway.taken().length]
      gateway.loseAnswers(1)
      await visit()
      // Chromium itself sends again on a connection that was cut; otherwise the next attempt does.
      await expect
        .poll(() => syncStatus(session).then(() => gateway.taken().length), PATIENCE)
        .toBe(through + 2)
      await expect
        .poll(async () => (await syncStatus(session)).delivery, PATIENCE)
        .toMatchObject({ state: 'idle', waiting: 0 })
      expect(distinct().records).toBe(before + 1)
      const { visits } = distinct()
      expect((await readSummary(session.stack)).totals.visits.count).toBe(visits)
    })

    test('a server that the browser has not allowed is named, with a way to allow it', async () => {
      const elsewhere = gateway.url.replace('127.0.0.1', 'localhost')
      await session.configure({ ...good, collectorUrl: elsewhere })
      await visit()
      const options = await openOptions(session.loaded)
      await options.says('reach-collectorUrl-words', 'http://localhost/*')
      await options.press('sync-now')
      await options.says('delivery-state', /can’t be reached.*kept/s)
      // Firefox, when told so, says yes for the person; nobody can press Chromium's own question.
      if (kind === 'firefox') {
        await session.page.goto('about:blank')
        await options.press('reach-collectorUrl-allow')
        await options.isGone('reach-collectorUrl')
        await options.says('delivery-state', 'Everything is sent.')
      }
      await options.close()
    })
  })

  test('a wrong token: refused in clear words, kept, and sent once the right one is saved', async () => {
    const before = distinct().records
    await session.configure({ ...good, collectorToken: 'not-the-right-token' })
    await visit()
    await expect
      .poll(async () => (await syncStatus(session)).delivery, PATIENCE)
      .toMatchObject({ state: 'refused', waiting: 1 })
    const options = await openOptions(session.loaded)
    await options.says(
      'delivery-state',
      /does not take the records.*kept.*Check the collector token/s,
    )
    expect(distinct().records).toBe(before)
    await options.type('field-collectorToken', session.stack.collector.ingestToken)
    await options.press('save')
    await options.says('save-status', 'Saved.')
    await options.says('delivery-state', 'Everything is sent.')
    await options.close()
    expect(distinct().records).toBe(before + 1)
  })

  describe('a channel that is not as it was signed leaves the last good pack in force', () => {
    const faults = [
      {
        what: 'the right envelope, but another pack',
        says: 'The pack ‘openmrs’ is not the pack that the channel names: its bytes differ.',
        spoil: () => gateway.change('/v1/packs/', (pack) => String(pack).replace('Newer', 'Wrong')),
      },
      {
        what: 'an envelope whose payload was changed',
        says: 'The channel file has a signature that does not fit: it was changed after signing.',
        spoil: () =>
          gateway.change(CHANNEL_PATH, (file) => {
            const envelope = JSON.parse(String(file))
            const payload = Buffer.from(envelope.payload, 'base64')
            // Another digit for certain: one hash in sixteen begins with any given one.
            const changed = String(payload).replace(/(?<="id":"openmrs","sha256":")./, (digit) =>
              digit === '0' ? '1' : '0',
            )
            return JSON.stringify({ ...envelope, payload: Buffer.from(changed).toString('base64') })
          }),
      },
      {
        what: 'an envelope that a stranger has signed',
        says: 'is signed with a key that is not trusted here',
        spoil: async () => {
          const secret = Buffer.alloc(32, 7).toString('base64')
          const file = await (await fetch(session.stack.settings.channelUrl ?? '')).json()
          const read = await verifyChannel(file, session.stack.settings.trustedKeys ?? [])
          if (!read.ok) throw new Error(read.message)
          const sealed = await sealChannel({ ...read.channel, version: 9_999 }, secret)
          gateway.change(CHANNEL_PATH, () => JSON.stringify(sealed))
        },
      },
    ]

    test.each(faults)('$what', async ({ says, spoil }) => {
      const { page, stack, loaded } = session
      await visit()
      const inForce = await statusOfTab()
      const title = await expect
        .poll(() => offeredTitle(page, 'record-vitals'), PATIENCE)
        .not.toBe('')
        .then(() => offeredTitle(page, 'record-vitals'))
      // First, so that no poll in between can take the new version as it is.
      await spoil()
      expect((await stack.publish(await packWithTitle(`Newer ${Date.now()}`))).ok).toBe(true)

      expect((await syncStatus(session)).channel).toMatchObject({ state: 'refused' })
      const options = await openOptions(loaded)
      await options.says('channel-state', 'What was there before stays in use.')
      expect(await options.read('channel-state')).toContain(says)
      await options.close()
      expect((await statusOfTab()).packs).toEqual(inForce.packs)
      expect(await offeredTitle(page, 'record-vitals')).toBe(title)
    })

    test('an older version than was seen before', async () => {
      const { stack, loaded } = session
      const older = await (await fetch(stack.settings.channelUrl ?? '')).text()
      expect((await stack.publish(await packWithTitle(`Newest ${Date.now()}`))).ok).toBe(true)
      expect((await syncStatus(session)).channel.state).toBe('ok')
      await visit()
      const inForce = await statusOfTab()
      gateway.change(CHANNEL_PATH, () => older)
      expect((await syncStatus(session)).channel).toMatchObject({ state: 'refused' })
      const options = await openOptions(loaded)
      await options.says('channel-state', /is version \d+, older than \d+, which was seen before/)
      await options.close()
      expect((await statusOfTab()).packs).toEqual(inForce.packs)
    })

    async function statusOfTab(): Promise<TabStatus> {
      const tabId = await tabIdOf(session.loaded, session.stack.ehr.origin)
      return askWorker<TabStatus>(session.loaded, 'tab-status', { tabId })
    }
  })

  test('settings that do not fit are told beside their field, kept as typed, and the good ones saved', async () => {
    const options = await openOptions(session.loaded)
    const bad = {
      'field-collectorUrl': ['http://collector.example.org', 'an https address'],
      'field-trustedKeys': ['not-a-key', 'an Ed25519 public key'],
      'field-sites': ['*://*/*', 'a match pattern for a named host'],
      'field-flushMinutes': ['often', 'a number of minutes'],
    } as const
    for (const [field, [typed]] of Object.entries(bad)) await options.type(field, typed)
    await options.type('field-department', 'intensive-care')
    await options.press('save')
    await options.says('save-status', 'Saved, except 4 settings.')
    for (const [field, [typed, rule]] of Object.entries(bad)) {
      expect(await options.read(`${field}-fault`)).toContain(rule)
      expect(await options.value(field)).toBe(typed)
    }
    const { own } = await askWorker<SettingsView>(session.loaded, 'settings')
    expect(own).toEqual({ ...good, department: 'intensive-care' })
    await options.press('discard')
    await options.says('unsaved', 'No unsaved changes')
    await options.close()
  })

  describe('switching off removes Handrail from a tab that is open, within five seconds', () => {
    test('by the settings, and back', async () => {
      await visit()
      await askWorker(session.loaded, 'save-settings', { ...good, enabled: false })
      await expect.poll(isHandrailThere, KILL).toBe(false)
      await askWorker(session.loaded, 'save-settings', good)
      await expect.poll(isHandrailThere, KILL).toBe(true)
    })

    test('by a channel that no longer holds the pack', async () => {
      const { stack } = session
      await visit()
      const url = stack.settings.channelUrl ?? ''
      const read = await verifyChannel(
        await (await fetch(url)).json(),
        stack.settings.trustedKeys ?? [],
      )
      if (!read.ok) throw new Error(read.message)
      const emptied = { ...read.channel, version: read.channel.version + 1, packs: [] }
      const put = await fetch(url, {
        method: 'PUT',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${stack.collector.publishToken}`,
        },
        body: JSON.stringify(await sealChannel(emptied, stack.secretKey)),
      })
      expect(put.status).toBe(200)
      await session.sync()
      await expect.poll(isHandrailThere, KILL).toBe(false)
      expect((await stack.publish()).ok).toBe(true)
    })
  })
})
