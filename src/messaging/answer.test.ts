import { describe, expect, it, vi } from 'vitest'
import { createRouter, type Handlers } from './answer.ts'
import { isNotice, noticeOf } from './notice.ts'
import { PAYLOADS } from './payload.ts'
import { CONTENT_REQUESTS, type RequestName } from './protocol.ts'

const OWN = 'chrome-extension://own/'
const names = Object.keys(PAYLOADS) as RequestName[]
const page = { id: 'own', url: 'https://ehr.example.org/vitals', frameId: 0, tab: { id: 7 } }
const ownPage = { id: 'own', url: `${OWN}src/options/index.html` }

function createTestRouter(change: Partial<Parameters<typeof createRouter>[0]> = {}) {
  const called: string[] = []
  const handlers = Object.fromEntries(
    names.map((name) => [name, async () => void called.push(name)]),
  ) as unknown as Handlers
  const report = vi.fn()
  const route = createRouter({
    handlers,
    extensionId: 'own',
    ownOrigin: OWN,
    isSite: async (url) => url.startsWith('https://ehr.example.org/'),
    isWithinRate: () => true,
    report,
    ...change,
  })
  return { route, called, report }
}

const payloads: Partial<Record<RequestName, unknown>> = {
  signals: [],
  'signals-lost': { uid: '6f1b2c3d-0a1b-4c2d-8e3f-000000000001', count: 3 },
  'tab-status': { tabId: 1 },
  pause: { minutes: 5 },
  'toggle-help': { tabId: 1 },
  'toggle-flags': { tabId: 1 },
  note: {},
  'save-settings': {},
  'open-page': 'reader',
  picture: { pack: 'p', id: 'a' },
  'keep-preferences': { textSize: 'large', corner: 'auto' },
  interrupt: { pack: 'p', list: 'announcements', id: 'a' },
  'load-part': 'guidance',
  'keep-mark': { pack: 'p', list: 'hints', id: 'h', value: 1 },
}
const messageOf = (name: RequestName) => ({ name, payload: payloads[name] })

describe('the door of the worker', () => {
  it.each(names)('answers %s to the extension’s own pages', async (name) => {
    const { route, called } = createTestRouter()
    expect(await route(messageOf(name), ownPage)).toMatchObject({ ok: true })
    expect(called).toEqual([name])
  })

  it.each(names)('answers %s to a page only if it is one for pages', async (name) => {
    const { route } = createTestRouter()
    const isOpen = CONTENT_REQUESTS.some((open) => open === name)
    expect(await route(messageOf(name), page)).toMatchObject({ ok: isOpen })
  })

  it('hears nothing from another extension', () => {
    expect(createTestRouter().route(messageOf('settings'), { ...ownPage, id: 'other' })).toBe(
      undefined,
    )
  })

  it('takes no signals from a site that is not allowed', async () => {
    const { route, called } = createTestRouter()
    const elsewhere = { ...page, url: 'https://evil.example.com/' }
    expect(await route(messageOf('signals'), elsewhere)).toMatchObject({ ok: false })
    expect(called).toEqual([])
  })

  it('is not fooled by an address that only looks like its own', async () => {
    const { route } = createTestRouter()
    const lookalike = { ...page, url: `https://evil.example.com/${OWN}` }
    expect(await route(messageOf('settings'), lookalike)).toMatchObject({ ok: false })
  })

  it('refuses more than a tab may send', async () => {
    const { route } = createTestRouter({ isWithinRate: () => false })
    expect(await route(messageOf('page-setup'), page)).toMatchObject({ ok: false })
  })

  it.each([
    ['keep-run', { pack: 'Jane Doe', walkthrough: 'x', step: 'y', past: [] }],
    ['load-part', 'https://evil.example.com/x.js'],
    ['signals', 'all'],
    ['signals', Array.from({ length: 501 }, () => ({}))],
  ] as const)('refuses %s with the wrong shape', async (name, payload) => {
    const { route, called } = createTestRouter()
    expect(await route({ name, payload }, page)).toMatchObject({ ok: false })
    expect(called).toEqual([])
  })

  it.each([undefined, null, 7, 'settings', {}, { name: 'toString' }, { name: '__proto__' }])(
    'leaves alone what is no request: %j',
    (message) => {
      expect(createTestRouter().route(message, ownPage)).toBeUndefined()
    },
  )

  it('turns a fault into an answer, and reports it', async () => {
    const fault = new Error('Jane Doe')
    const { route, report } = createTestRouter({ isSite: () => Promise.reject(fault) })
    const answer = await route(messageOf('signals'), page)
    expect(answer).toMatchObject({ ok: false })
    expect(JSON.stringify(answer)).not.toContain('Jane')
    expect(report).toHaveBeenCalledWith(fault)
  })
})

describe('a notice', () => {
  it('is known by its name', () => {
    expect(isNotice(noticeOf('setup-changed'), 'setup-changed')).toBe(true)
    expect(isNotice({ name: 'setup-changed' }, 'setup-changed')).toBe(false)
    expect(isNotice(undefined, 'setup-changed')).toBe(false)
  })
})
