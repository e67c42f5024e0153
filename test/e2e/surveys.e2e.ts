import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askWorker } from '../../demo/browser/settings.ts'
import { expectAccessible } from './helpers/axe.ts'
import { type FixtureSession, startFixtureSession } from './helpers/fixture-session.ts'
import { OVERLAY } from './helpers/overlay.ts'
import { BROWSERS } from './helpers/session.ts'
import { takeNarrowPicture, takePicture } from './helpers/take-picture.ts'

/** Some looks at the page: what would come up wrongly has come up by then. */
const SOME_LOOKS_MS = 800

/** One story, in order: the budget of the day is one for the whole browser. */
describe.each(BROWSERS)('surveys, in %s', (kind) => {
  let session: FixtureSession

  beforeAll(async () => {
    session = await startFixtureSession(kind)
  })
  afterAll(() => session?.stop())

  async function open(path: string, screen: string): Promise<void> {
    await session.page.bringToFront()
    await session.page.goto(`${session.site.origin}${path}`)
    await session.overlay.onScreen(screen)
  }
  async function expectNone(): Promise<void> {
    const until = Date.now() + SOME_LOOKS_MS
    while (Date.now() < until) expect(await session.page.$$('>>> .survey')).toEqual([])
  }

  test('without consent nobody is asked', async () => {
    await session.configure({ ...session.settings, telemetry: 'off' })
    await open('/survey', 'survey')
    await expectNone()
  })

  test('one comes up where it belongs, takes no focus, and goes while anything goes on', async () => {
    const { page, overlay } = session
    await open('/survey/none', 'unasked')
    await session.configure({ ...session.settings, telemetry: 'on' })
    await session.page.bringToFront()
    await expectNone()
    await open('/survey', 'survey')
    await overlay.waitFor('survey-handover-ease')
    await expectAccessible(kind, page, OVERLAY)
    await takePicture(page, kind, 'survey')
    await takeNarrowPicture(page, kind, 'survey')
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
    await page.focus('#note')
    await overlay.isGone('survey-handover-ease')
    await page.evaluate(() => document.getElementById('note')?.blur())
    await overlay.waitFor('survey-handover-ease')
    await page.evaluate(() => {
      const alert = document.getElementById('alert')
      if (alert) alert.innerHTML = '<div role="alertdialog" aria-label="Alert">Allergic</div>'
    })
    await overlay.isGone('survey-handover-ease')
    await page.evaluate(() => document.querySelector('[role="alertdialog"]')?.remove())
    await overlay.waitFor('survey-handover-ease')
  })

  test('an answer thanks, is counted by its place alone, and ends it for good', async () => {
    const { page, overlay } = session
    // By key: the focus goes on to what closes it. A press by pointer moves none.
    const answer = await overlay.waitFor('answer-2')
    await answer?.focus()
    await page.keyboard.press('Enter')
    await overlay.waitFor('survey-thanks')
    await takePicture(page, kind, 'survey-thanks')
    await takeNarrowPicture(page, kind, 'survey-thanks')
    await expectAccessible(kind, page, OVERLAY)
    await page.keyboard.press('Enter')
    await overlay.isGone('survey-handover-ease')
    await open('/survey', 'survey')
    await expectNone()
    await session.sync()
    const log = await askWorker<{ lines: string[]; tallies: object[] }[]>(
      session.loaded,
      'sent-log',
    )
    const answers = log.flatMap(({ tallies }) =>
      tallies.filter((one) => 'outcome' in one && one.outcome === 'answer-2'),
    )
    expect(answers).toHaveLength(1)
    expect(answers[0]).toMatchObject({ kind: 'survey', survey: 'handover-ease', app: 'fixtures' })
    expect(JSON.stringify(answers)).not.toMatch(/In part|complete/)
    expect(log.flatMap(({ lines }) => lines).join()).toContain(
      'survey ‘Was the handover complete?’ (Answer 2)',
    )
  })

  test('the dashboard shows it by the question’s own words', async () => {
    const dashboard = await session.loaded.browser.newPage()
    await dashboard.goto(session.stack.collector.createAdminLink())
    const row = await dashboard.waitForSelector('[data-testid="survey-row-handover-ease"]')
    const text = await row?.evaluate((part) => part.textContent)
    expect(text).toContain('Was the handover complete?')
    expect(text).toMatch(/In part\s*1/)
    expect(text).toMatch(/No\s*0/)
    await expectAccessible(kind, dashboard, 'main')
    await takePicture(dashboard, kind, 'survey-dashboard')
    await dashboard.close()
  })
})
