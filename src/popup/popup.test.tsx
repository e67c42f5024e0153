// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { createFakeAccess, createFakeWorker, FAKE_NOW } from '../page-kit/testing/fake-worker.ts'
import { mount } from '../page-kit/testing/mount.ts'
import { Popup } from './popup.tsx'
import { createPopup } from './popup-model.ts'

async function open(
  start: Parameters<typeof createFakeWorker>[0] = {},
  browserSays: Parameters<typeof createFakeAccess>[0] = {},
) {
  const worker = createFakeWorker(start)
  let closings = 0
  let sides = 0
  const { access, asked } = createFakeAccess(browserSays)
  const model = createPopup({
    ask: worker.ask,
    access,
    tabId: async () => 7,
    shortcut: async () => 'Alt+Shift+H',
    async openSide() {
      sides += 1
    },
    close: () => {
      closings += 1
    },
    now: () => FAKE_NOW,
    language: 'en-GB',
  })
  await model.load()
  const page = await mount(<Popup model={model} />)
  return { worker, asked, page, closed: () => closings, sides: () => sides }
}

describe('what is on for this site', () => {
  it('names the site, the app and the version of its guidance', async () => {
    const { page, worker } = await open()
    expect(page.get('site').textContent).toContain('ehr.example.org')
    expect(page.text('packs')).toBe('OpenMRS version 12')
    expect(worker.sent('tab-status')).toEqual([{ tabId: 7 }])
  })

  it('opens the help of the page, says by which keys, and makes room for it', async () => {
    const { page, worker, closed } = await open()
    expect(page.text('open-help')).toBe('Open help (Alt+Shift+H)')
    await page.press('open-help')
    await page.settle()
    expect(worker.sent('toggle-help')).toEqual([{ tabId: 7 }])
    expect(closed()).toBe(1)
  })

  it('opens the side panel', async () => {
    const { page, sides, closed } = await open()
    await page.press('at-side')
    await page.settle()
    expect([sides(), closed()]).toEqual([1, 1])
  })

  it('tells the person’s own switch from the organisation’s', async () => {
    const own = await open({ own: { enabled: false }, status: { state: 'disabled' } })
    expect(own.page.text('site')).toContain('in the options')
    const managed = await open({ managed: { enabled: false }, status: { state: 'disabled' } })
    expect(managed.page.text('site')).toContain('Your organisation has switched Handrail off')
    expect(managed.page.find('pause-15')).toBeNull()
  })

  it('does not claim to know a page whose address the browser hides', async () => {
    const state = 'needs-access' as const
    const hidden = await open({ status: { state, url: undefined } })
    expect(hidden.page.text('site')).toContain('may be one of them')
    const known = await open({ status: { state } })
    expect(known.page.text('site')).toContain('There is guidance for this site')
  })

  it('says what to do where the worker does not answer, and tries again', async () => {
    const { page, worker } = await open({ failing: { 'tab-status': 'No receiving end.' } })
    expect(page.text('failure')).toContain('No receiving end.')
    delete worker.failing['tab-status']
    await page.press('retry')
    await page.settle()
    expect(page.find('failure')).toBeNull()
    expect(page.get('site-state').dataset.state).toBe('on')
  })
})

describe('allowing the site', () => {
  const status = { state: 'needs-access' as const, origins: ['https://ehr.example.org/*'] }

  it('asks the browser within the press, and then tells the worker', async () => {
    const { page, worker, asked } = await open({ status })
    page.get('allow-site').click()
    expect(asked).toEqual([['https://ehr.example.org/*']])
    await page.settle()
    expect(worker.sent('access-changed')).toHaveLength(1)
    expect(page.get('site-state').dataset.state).toBe('on')
  })

  it('tells the worker nothing where the browser is told no', async () => {
    const { page, worker } = await open({ status }, { answer: false })
    await page.press('allow-site')
    await page.settle()
    expect(worker.sent('access-changed')).toHaveLength(0)
    expect(page.text('said')).toContain('Not allowed')
    expect(page.find('allow-site')).not.toBeNull()
  })
})

describe('pausing', () => {
  it.each([
    ['pause-15', 15],
    ['pause-60', 60],
    ['pause-tomorrow', 955],
  ])('%s pauses for %i minutes', async (button, minutes) => {
    const { page, worker } = await open()
    await page.press(button)
    await page.settle()
    expect(worker.sent('pause')).toEqual([{ minutes }])
  })

  it('says until when, and resumes', async () => {
    const { page, worker } = await open()
    await page.press('pause-15')
    await page.settle()
    expect(page.text('site')).toContain('14:20')
    expect(document.activeElement).toBe(page.get('resume'))
    await page.press('resume')
    await page.settle()
    expect(worker.sent('pause').at(-1)).toEqual({ minutes: 0 })
    expect(page.find('resume')).toBeNull()
  })
})

describe('consent', () => {
  it('is saved beside the other settings, which stay', async () => {
    const { page, worker } = await open({ own: { department: 'icu' } })
    await page.press('consent')
    await page.settle()
    expect(worker.own()).toEqual({ department: 'icu', telemetry: 'on' })
    expect(page.get<HTMLInputElement>('consent').checked).toBe(true)
  })

  it('can be taken back', async () => {
    const { page, worker } = await open({ own: { telemetry: 'on' } })
    await page.press('consent')
    await page.settle()
    expect(worker.own()).toEqual({ telemetry: 'off' })
  })

  it('is not given where the browser’s own question is answered with no', async () => {
    const { page, worker } = await open({}, { answer: false })
    await page.press('consent')
    await page.settle()
    expect(worker.sent('save-settings')).toHaveLength(0)
    expect(page.get<HTMLInputElement>('consent').checked).toBe(false)
    expect(page.text('said')).toContain('nothing is sent')
  })

  it('is locked where the organisation has set it', async () => {
    const { page, worker } = await open({ managed: { telemetry: 'on' } })
    const consent = page.get<HTMLInputElement>('consent')
    expect(consent.disabled).toBe(true)
    expect(consent.checked).toBe(true)
    expect(consent.getAttribute('aria-describedby')).toContain('consent-lock')
    expect(page.text('consent-lock')).toBe('Set by your organisation')
    await page.press('consent')
    await page.settle()
    expect(worker.sent('save-settings')).toHaveLength(0)
  })
})

describe('trying now', () => {
  it('is offered once, beside what needs it', async () => {
    const quiet = await open()
    expect(quiet.page.find('sync-now')).toBeNull()
    const { page, worker } = await open({
      status: {
        delivery: { state: 'unreachable', waiting: 3 },
        channel: { state: 'unreachable' },
      },
    })
    expect(page.root.querySelectorAll('[data-testid="sync-now"]')).toHaveLength(1)
    await page.press('sync-now')
    await page.settle()
    expect(worker.sent('sync-now')).toHaveLength(1)
  })
})
