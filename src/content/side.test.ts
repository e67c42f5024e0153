import { expect, test, vi } from 'vitest'
import type { CalloutView, GuideView } from '../overlay/guide.ts'
import { createSide } from './side.ts'

const callout = {
  walkthrough: 'task',
  step: 'open',
  title: 'Task',
  text: 'Open.',
  picture: undefined,
  index: 1,
  total: 2,
  target: { toJSON: () => 'the page' } as unknown as Element,
  isByAct: true,
} as CalloutView
const view = {
  appName: 'App',
  screen: { id: 'list', title: 'List' },
  noCover: [{ toJSON: () => 'the page' }],
  offers: [],
  callout,
  isSilent: false,
} as unknown as GuideView

function setup() {
  const ending = new AbortController()
  const acts = {
    start: vi.fn<(pack: string, walkthrough: string) => void>(),
    next: vi.fn<() => void>(),
    back: vi.fn<() => void>(),
    skip: vi.fn<() => void>(),
    dismiss: vi.fn<() => void>(),
    dismissCompleted: vi.fn<() => void>(),
    continueHere: vi.fn<() => void>(),
    goOn: vi.fn<() => void>(),
    knowPart: vi.fn<() => void>(),
    shown: vi.fn<(walkthrough: string, step: string) => void>(),
  }
  const side = createSide(acts, ending.signal)
  const heard: unknown[] = []
  const listeners: ((message: unknown) => void)[] = []
  let closings = 0
  const port = {
    postMessage: (message: unknown) => void heard.push(message),
    disconnect: () => {
      closings += 1
    },
    onMessage: { addListener: (listen: (message: unknown) => void) => listeners.push(listen) },
    onDisconnect: { addListener: () => undefined },
  }
  const say = (message: unknown) => {
    for (const listen of listeners) listen(message)
  }
  return { side, acts, heard, port, say, ending, closings: () => closings }
}

test('the panel is told once of what is new, and of nothing of the page', () => {
  const { side, heard, port } = setup()
  side.show(view)
  side.add(port)
  side.show(view)
  side.show({ ...view })
  side.show({ ...view, callout: undefined, completed: 'Task' })
  expect(heard).toHaveLength(2)
  expect(heard[0]).toMatchObject({ screenTitle: 'List', step: { step: 'open', text: 'Open.' } })
  expect(heard[1]).toMatchObject({ step: undefined, completed: 'Task' })
  expect(JSON.stringify(heard)).not.toContain('the page')
})

test('the panel is told of another patient’s record, and lets the person say where to go on', () => {
  const { side, acts, heard, port, say } = setup()
  const recordPause = { title: 'Task', record: 'other' } as const
  side.add(port)
  side.show({ ...view, callout: undefined, recordPause })
  expect(heard).toMatchObject([{ step: undefined, recordPause }])
  say({ act: 'continueHere' })
  say({ act: 'goOn' })
  expect([acts.continueHere, acts.goOn].map(({ mock }) => mock.calls.length)).toEqual([1, 1])
})

test('its acts are those of the overlay', () => {
  const { side, acts, port, say } = setup()
  side.add(port)
  say({ act: 'start', pack: 'p', walkthrough: 'w' })
  say({ act: 'next' })
  say({ act: 'shown', walkthrough: 'w', step: 's' })
  expect(acts.start.mock.calls).toEqual([['p', 'w']])
  expect(acts.next).toHaveBeenCalledTimes(1)
  expect(acts.shown.mock.calls).toEqual([['w', 's']])
})

test('it ends with the page', () => {
  const { side, port, ending, closings } = setup()
  side.add(port)
  ending.abort()
  side.add(port)
  expect(closings()).toBe(2)
})
