// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Detection } from '../../friction/detector.ts'
import { createSensing } from './sensing.ts'

type Sensing = ReturnType<typeof createSensing>

let time = 0
let timers: { at: number; fn: () => void }[] = []
let detections: Detection[] = []
let faults: unknown[] = []
let abort = new AbortController()
let sensing: Sensing

/** Lets time pass on the injected clock, running what falls due. */
function pass(ms: number) {
  const end = time + ms
  for (;;) {
    const [next] = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)
    if (next === undefined) break
    timers = timers.filter((timer) => timer !== next)
    time = Math.max(time, next.at)
    next.fn()
  }
  time = end
}

/** An event as the browser makes it for a person, or (untrusted) as a page makes one. */
function send(target: EventTarget, type: string, fields: object = {}, prepare = (_: Event) => {}) {
  const event = new Event(type, { bubbles: true, composed: true })
  const all = { isTrusted: true, timeStamp: time, ...fields }
  for (const [name, value] of Object.entries(all)) Object.defineProperty(event, name, { value })
  prepare(event)
  target.dispatchEvent(event)
}

const down = (target: EventTarget, fields = {}) =>
  send(target, 'pointerdown', { button: 0, isPrimary: true, clientX: 5, clientY: 5, ...fields })

function get(id: string): HTMLElement {
  const element = document.getElementById(id)
  if (element === null) throw new Error(`No #${id}`)
  return element
}

/** Until the records made so far have reached every mutation observer. */
const delivery = () => new Promise((delivered) => setTimeout(delivered))

const kinds = () => detections.map(({ kind }) => kind)

beforeEach(() => {
  time = 1000
  timers = []
  detections = []
  faults = []
  abort = new AbortController()
  document.body.innerHTML =
    '<button id="b">x</button><p id="out"></p><div id="own"><button id="in"></button></div>'
  sensing = createSensing({
    view: window,
    clock: {
      now: () => time,
      after(ms, fn) {
        const timer = { at: time + ms, fn }
        timers.push(timer)
        return () => {
          timers = timers.filter((other) => other !== timer)
        }
      },
    },
    isOwn: (element) => element.id === 'own',
    guard:
      (fn) =>
      (...args) => {
        try {
          fn(...args)
        } catch (fault) {
          faults.push(fault)
        }
      },
    onSignal: (detection) => detections.push(detection),
    signal: abort.signal,
  })
})

afterEach(() => {
  abort.abort()
  document.body.replaceChildren()
  expect(faults).toEqual([])
})

describe('sensing', () => {
  it('tells of a dead click, with a way back to its element', () => {
    down(get('b'))
    pass(4000)
    expect(kinds()).toEqual(['dead_click'])
    expect(sensing.elementOf(detections[0]?.control ?? 0)).toBe(get('b'))
  })

  it('takes a change of the page for life', async () => {
    down(get('b'))
    pass(500)
    get('out').textContent = 'done'
    await delivery()
    pass(4000)
    expect(kinds()).toEqual([])
  })

  it('takes changes together, and none that came before a press for its answer', async () => {
    get('out').textContent = 'by itself'
    await delivery()
    pass(10)
    down(get('b'))
    pass(4000)
    expect(kinds()).toEqual(['dead_click'])
  })

  it('tells on which screen it was', () => {
    sensing.screenChanged('vitals', false)
    down(get('b'))
    pass(4000)
    expect(detections).toMatchObject([{ kind: 'dead_click', screen: 'vitals', role: 'button' }])
  })

  it('does not take a screen that is told again for an answer', () => {
    sensing.screenChanged('vitals', false)
    down(get('b'))
    sensing.screenChanged('vitals', false)
    pass(4000)
    expect(kinds()).toEqual(['dead_click'])
  })

  it('tells of a rage click on a disabled button, which fires no click', () => {
    get('b').setAttribute('disabled', '')
    for (let n = 0; n < 4; n += 1) {
      down(get('b'))
      pass(200)
    }
    pass(4000)
    expect(kinds()).toEqual(['rage_click'])
  })

  it.each([
    ['of what a page makes up itself', { isTrusted: false }],
    ['of another button of the pointer', { button: 2 }],
    ['of a second finger', { isPrimary: false }],
    ['of a press with a modifier', { ctrlKey: true }],
  ])('tells nothing %s', (_, fields) => {
    for (let n = 0; n < 5; n += 1) down(get('b'), fields)
    pass(5000)
    expect(kinds()).toEqual([])
  })

  it('neither counts presses on Handrail nor takes its changes for life', async () => {
    down(get('in'))
    pass(5000)
    expect(kinds()).toEqual([])
    down(get('b'))
    get('own').className = 'open'
    await delivery()
    pass(5000)
    expect(kinds()).toEqual(['dead_click'])
  })

  it('takes a drag for no press', () => {
    down(get('b'))
    send(get('b'), 'pointerup', { clientX: 200, clientY: 5 })
    pass(5000)
    expect(kinds()).toEqual([])
  })

  it('sees a validation loop of marks that stay through a second submit', () => {
    document.body.innerHTML =
      '<form id="f"><div data-invalid="true"><input id="n"></div><button id="s">Save</button></form>'
    get('n').setAttribute('aria-invalid', 'true')
    for (let n = 0; n < 2; n += 1) {
      send(get('s'), 'click')
      pass(2000)
    }
    expect(kinds()).toEqual(['validation_loop'])
    expect(sensing.elementOf(detections[0]?.control ?? 0)).toBe(get('n'))
  })

  it('sees one of the browser’s own checks', () => {
    document.body.innerHTML = '<form id="f"><input id="n" required><button id="s"></button></form>'
    for (let n = 0; n < 2; n += 1) {
      send(get('s'), 'click')
      send(get('n'), 'invalid')
      pass(2000)
    }
    expect(kinds()).toEqual(['validation_loop'])
  })

  it('leaves nothing behind once it is stopped', () => {
    down(get('b'))
    abort.abort()
    expect(timers).toEqual([])
    for (let n = 0; n < 4; n += 1) down(get('b'))
    pass(5000)
    expect(kinds()).toEqual([])
  })

  it('never reads what is typed, selected, copied or written', () => {
    const read: string[] = []
    const spy = (owner: object, name: string) =>
      Object.defineProperty(owner, name, {
        configurable: true,
        get: () => {
          read.push(name)
          return ''
        },
      })
    document.body.innerHTML = '<form id="f"><input id="n"><button id="s">x</button></form>'
    for (const id of ['f', 'n', 's'])
      for (const name of ['value', 'textContent', 'innerText', 'innerHTML', 'data'])
        spy(get(id), name)
    for (const type of ['input', 'change', 'copy', 'paste', 'invalid', 'submit', 'click']) {
      send(get('n'), type, {}, (event) => {
        for (const name of ['key', 'code', 'data', 'clipboardData']) spy(event, name)
      })
    }
    down(get('n'))
    down(get('s'))
    pass(5000)
    expect(read).toEqual([])
  })
})
