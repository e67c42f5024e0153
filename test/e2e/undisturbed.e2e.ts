import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { proveEverywhere } from '../prove/undisturbed/sessions.ts'
import { BROWSERS, type Session, startSession } from './helpers/session.ts'

describe.each(BROWSERS)('the page hears nothing of the overlay, in %s', (kind) => {
  let session: Session
  const heard = () =>
    session.logged.filter((line) => line.startsWith('heard ')).map((line) => line.slice(6))

  beforeAll(async () => {
    session = await startSession(kind)
    // As an app listens for shortcuts, and for presses outside of its menus.
    await session.page.evaluateOnNewDocument(() => {
      for (const name of ['keydown', 'input', 'click', 'pointerdown', 'focusin'])
        document.addEventListener(name, () => console.info(`heard ${name}`))
    })
    await session.page.goto(session.stack.ehr.url)
    await session.overlay.onScreen('sign-in')
  })
  afterAll(() => session?.stop())

  test('its own fields are heard: the listeners work', async () => {
    const field = await session.page.waitForSelector('#username', { visible: true })
    await field?.click()
    await field?.type('a')
    await expect
      .poll(() => new Set(heard()))
      .toEqual(new Set(['pointerdown', 'focusin', 'click', 'keydown', 'input']))
  })

  test('a search in the help panel and its presses are not', async () => {
    const { page, overlay, logged } = session
    logged.length = 0
    await overlay.press('launcher')
    await overlay.waitFor('help-panel')
    await page.keyboard.type('sign')
    await page.keyboard.press('Escape')
    await overlay.isGone('help-panel')
    expect(heard()).toEqual([])
  })
})

/** Some of the runs of `npm run prove:undisturbed`, on each screen of the small apps. */
const RUNS = 4

describe.each(BROWSERS)('the page stays as it is, in %s', (browser) => {
  test('random runs change nothing of it and ask its server for nothing', async () => {
    const proofs = await proveEverywhere({
      browser,
      runs: RUNS,
      seed: 50_000,
      openmrsRuns: 0,
      log: () => {},
    })
    expect(
      proofs.flatMap(({ place, proof }) => proof.faults.map((at) => `${place}: ${at}`)),
    ).toEqual([])
    // They have been at something.
    const steps = new Set(proofs.flatMap(({ proof }) => [...proof.steps]))
    expect(steps.size).toBeGreaterThan(8)
    const walked = proofs.reduce((sum, { proof }) => sum + proof.walked, 0)
    expect(walked).toBeGreaterThan(proofs.length)
    expect(Math.min(...proofs.map(({ proof }) => proof.runs))).toBe(RUNS)
  }, 400_000)
})
