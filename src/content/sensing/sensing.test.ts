// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  delivery,
  get,
  type Sensed,
  seenAt,
  send as sendAny,
  startSensed,
} from './testing/sensed.ts'

let sensed: Sensed

beforeEach(() => {
  document.body.innerHTML =
    '<button id="b">x</button><p id="out"></p><p id="own-root"></p><div id="own"><button id="in"></button></div>'
  sensed = startSensed()
})

afterEach(() => {
  vi.restoreAllMocks()
  sensed.abort()
  document.body.replaceChildren()
  expect(sensed.faults).toEqual([])
})

describe('sensing', () => {
  it('tells of a dead click, with a way back to its element', () => {
    sensed.down(get('b'))
    sensed.pass(8000)
    expect(sensed.kinds()).toEqual(['dead_click'])
    expect(sensed.sensing.elementOf(sensed.detections[0]?.control ?? 0)).toBe(get('b'))
  })

  it('takes a change of the page for life', async () => {
    sensed.down(get('b'))
    sensed.pass(500)
    get('out').textContent = 'done'
    await delivery()
    sensed.pass(4000)
    expect(sensed.kinds()).toEqual([])
  })

  it('takes changes together, and none that came before a press for its answer', async () => {
    get('out').textContent = 'by itself'
    await delivery()
    sensed.pass(10)
    sensed.down(get('b'))
    sensed.pass(8000)
    expect(sensed.kinds()).toEqual(['dead_click'])
  })

  const tick = async () => {
    get('out').append('.')
    await delivery()
  }
  /** A press that nothing answers, and the tile goes on. */
  const pressBesideTile = async () => {
    sensed.down(get('b'))
    sensed.pass(1200)
    await tick()
    sensed.pass(8000)
  }

  it('learns of a live tile up to the very press', async () => {
    sensed.pass(1000)
    for (let n = 0; n < 3; n++) {
      sensed.pass(1300)
      await tick()
    }
    sensed.pass(50)
    sensed.send(get('b'), 'pointerover')
    await pressBesideTile()
    expect(sensed.kinds()).toEqual(['dead_click'])
  })

  it('learns of a live tile as soon as what the person did is over', async () => {
    sensed.sensing.looked(seenAt('form'))
    sensed.pass(1000)
    for (const pause of [0, 300, 500, 500]) {
      sensed.pass(pause)
      await tick()
    }
    sensed.pass(50)
    await pressBesideTile()
    expect(sensed.kinds()).toEqual(['dead_click'])
  })

  it('learns of what changed before the pointer moved, although more followed', async () => {
    sensed.pass(1000)
    for (let n = 0; n < 3; n++) {
      sensed.pass(500)
      await tick()
    }
    sensed.pass(50)
    sensed.send(get('b'), 'pointerover')
    sensed.pass(50)
    get('own-root').append('.')
    await delivery()
    await pressBesideTile()
    expect(sensed.kinds()).toEqual(['dead_click'])
  })

  describe('shadow roots', () => {
    const rooted = (id: string) => {
      const root = get(id).attachShadow({ mode: 'open' })
      root.innerHTML = '<button></button>'
      return root
    }

    it('are looked into from the start, and those that a press is in at once', async () => {
      const [other, own] = [rooted('out'), rooted('own-root')]
      sensed.down(own.firstElementChild as Element)
      own.append('done')
      await delivery()
      sensed.pass(8000)
      sensed.down(get('b'))
      sensed.pass(500)
      other.append('done')
      await delivery()
      sensed.pass(8000)
      expect(sensed.kinds()).toEqual([])
    })

    const lookAt = (root: ShadowRoot) =>
      sensed.sensing.looked(seenAt(undefined, {}, { roots: [document, root] }))

    it('that a look has found are known before the first press', () => {
      lookAt(rooted('out'))
      sensed.pass(5000)
      sensed.down(get('b'))
      sensed.pass(8000)
      expect(sensed.kinds()).toEqual(['dead_click'])
    })

    it('that a look has found while a press waits may hold its answer', () => {
      sensed.pass(5000)
      sensed.down(get('b'))
      lookAt(rooted('out'))
      sensed.pass(8000)
      expect(sensed.kinds()).toEqual([])
    })

    it('that nobody knew may hold the answer of the press that finds them, and none of the next', () => {
      sensed.pass(5000)
      rooted('out')
      sensed.down(get('b'))
      sensed.pass(8000)
      expect(sensed.kinds()).toEqual([])
      sensed.down(get('b'))
      sensed.pass(8000)
      expect(sensed.kinds()).toEqual(['dead_click'])
    })
  })

  it('tells on which screen it was', () => {
    sensed.sensing.looked(seenAt('vitals'))
    sensed.down(get('b'))
    sensed.pass(8000)
    expect(sensed.detections).toMatchObject([
      { kind: 'dead_click', screen: 'vitals', role: 'button' },
    ])
  })

  it('does not take a screen that is told again for an answer', () => {
    sensed.sensing.looked(seenAt('vitals'))
    sensed.down(get('b'))
    sensed.sensing.looked(seenAt('vitals'))
    sensed.pass(8000)
    expect(sensed.kinds()).toEqual(['dead_click'])
  })

  it('tells of a rage click on a disabled button, which fires no click', () => {
    get('b').setAttribute('disabled', '')
    for (let n = 0; n < 4; n += 1) {
      sensed.down(get('b'))
      sensed.pass(200)
    }
    sensed.pass(8000)
    expect(sensed.kinds()).toEqual(['rage_click'])
  })

  it.each([
    ['of what a page makes up itself', { isTrusted: false }],
    ['of another button of the pointer', { button: 2 }],
    ['of a second finger', { isPrimary: false }],
    ['of a press with a modifier', { ctrlKey: true }],
  ])('tells nothing %s', (_, fields) => {
    for (let n = 0; n < 5; n += 1) sensed.down(get('b'), fields)
    sensed.pass(5000)
    expect(sensed.kinds()).toEqual([])
  })

  it('neither counts presses on Handrail nor takes its changes for life', async () => {
    sensed.down(get('in'))
    sensed.pass(5000)
    expect(sensed.kinds()).toEqual([])
    sensed.down(get('b'))
    get('own').className = 'open'
    await delivery()
    sensed.pass(8000)
    expect(sensed.kinds()).toEqual(['dead_click'])
  })

  it('takes presses that select a text for a gesture, though the page is never told of the selection', () => {
    let type = 'Caret'
    vi.spyOn(document, 'getSelection').mockImplementation(() => ({ type }) as Selection)
    const presses = (last: string) => {
      for (const after of ['Caret', 'Caret', 'Caret', last]) {
        sensed.down(get('out'))
        type = after
        sensed.send(get('out'), 'click', { detail: 2 })
        sensed.pass(200)
      }
      type = 'Caret'
      sensed.pass(8000)
    }
    presses('Range')
    expect(sensed.kinds()).toEqual([])
    presses('Caret')
    presses('Caret')
    expect(sensed.kinds()).toContain('rage_click')
  })

  it('does not take a text that was selected before for a gesture of these presses', () => {
    vi.spyOn(document, 'getSelection').mockReturnValue({ type: 'Range' } as Selection)
    document.dispatchEvent(new Event('selectionchange'))
    sensed.pass(8000)
    for (let n = 0; n < 4; n += 1) {
      sensed.down(get('b'))
      sensed.send(get('b'), 'pointerup', { clientX: 5, clientY: 5 })
      sensed.pass(200)
    }
    sensed.pass(8000)
    expect(sensed.kinds()).toEqual(['rage_click'])
  })

  it('takes a focus that a press gives its frame for nothing, and one before the press for a window brought back', () => {
    const press = () => {
      sensed.down(get('b'))
      sensed.send(window, 'focus')
      sensed.send(get('b'), 'pointerup', { clientX: 5, clientY: 5 })
      sensed.pass(8000)
    }
    press()
    expect(sensed.kinds()).toEqual(['dead_click'])
    sensed.send(window, 'focus')
    press()
    expect(sensed.kinds()).toEqual(['dead_click'])
  })

  it('takes a rule that a script adds to a style sheet for an answer', () => {
    const rules = [{}, {}]
    vi.spyOn(document, 'styleSheets', 'get').mockReturnValue([
      { disabled: false, cssRules: rules },
      {
        disabled: false,
        get cssRules(): never {
          throw new DOMException('of another site', 'SecurityError')
        },
      },
    ] as unknown as StyleSheetList)
    sensed.down(get('b'))
    sensed.pass(8000)
    expect(sensed.kinds()).toEqual(['dead_click'])
    sensed.down(get('b'))
    rules.push({})
    sensed.pass(8000)
    expect(sensed.kinds()).toEqual(['dead_click'])
  })

  it('takes what a field tells as a press elsewhere makes it be left for neither an answer nor a gesture', () => {
    document.body.innerHTML =
      '<input id="n"><input type="checkbox" id="c"><button id="b">Save</button>'
    sensed.down(get('b'))
    sensed.send(get('n'), 'change')
    sensed.pass(8000)
    expect(sensed.kinds()).toEqual(['dead_click'])
    sensed.down(get('b'))
    sensed.send(get('c'), 'change')
    sensed.pass(8000)
    expect(sensed.kinds()).toEqual(['dead_click'])
  })

  describe('what a control shows of its press', () => {
    const press = async (shown: () => void, undone: () => void, after = 300) => {
      sensed.down(get('b'))
      shown()
      await delivery()
      sensed.pass(after)
      undone()
      await delivery()
      sensed.pass(8000)
    }
    const ripple = () => get('b').append(document.createElement('span'))

    it.each<[string, () => void, () => void]>([
      ['a class', () => get('b').classList.add('on'), () => get('b').classList.remove('on')],
      ['a ripple', ripple, () => get('b').lastElementChild?.remove()],
    ])('and takes back is no answer: %s', async (_, shown, undone) => {
      await press(shown, undone)
      expect(sensed.kinds()).toEqual(['dead_click'])
    })

    it.each<[string, () => void, () => void, number?]>([
      ['a class that stays', () => get('b').classList.add('on'), () => {}],
      ['a picture that stays', ripple, () => {}],
      ['a word', () => get('b').append('Copied'), () => get('b').lastChild?.remove()],
      [
        'a state',
        () => get('b').setAttribute('aria-pressed', 'true'),
        () => get('b').removeAttribute('aria-pressed'),
      ],
      [
        'a class for two seconds, as of something under way',
        () => get('b').classList.add('busy'),
        () => get('b').removeAttribute('class'),
        2000,
      ],
    ])('is an answer: %s', async (_, shown, undone, after) => {
      await press(shown, undone, after)
      expect(sensed.kinds()).toEqual([])
    })
  })

  it('takes a drag for no press', () => {
    sensed.down(get('b'))
    sensed.send(get('b'), 'pointerup', { clientX: 200, clientY: 5 })
    sensed.pass(5000)
    expect(sensed.kinds()).toEqual([])
  })

  it('sees a validation loop of marks that stay through a second submit', () => {
    document.body.innerHTML =
      '<form id="f"><div data-invalid="true"><input id="n"></div><button id="s">Save</button></form>'
    get('n').setAttribute('aria-invalid', 'true')
    for (let n = 0; n < 2; n += 1) {
      sensed.send(get('s'), 'click')
      sensed.pass(2000)
    }
    expect(sensed.kinds()).toEqual(['validation_loop'])
    expect(sensed.sensing.elementOf(sensed.detections[0]?.control ?? 0)).toBe(get('n'))
  })

  it('sees one of marks that come with a server’s answer, though the page is left alone meanwhile', async () => {
    document.body.innerHTML = '<form id="f"><input id="n"><button id="s">Save</button></form>'
    for (let n = 0; n < 2; n += 1) {
      sensed.down(get('s'))
      sensed.send(get('s'), 'click')
      get('s').className = `at-${n}`
      await delivery()
      for (let step = 0; step < 5; step++) {
        sensed.send(get('s'), 'pointerover')
        sensed.pass(500)
      }
      get('n').setAttribute('aria-invalid', 'true')
      await delivery()
      sensed.pass(500)
      get('n').removeAttribute('aria-invalid')
      await delivery()
      sensed.pass(9000)
    }
    expect(sensed.kinds()).toContain('validation_loop')
  })

  it('sees one of the browser’s own checks', () => {
    document.body.innerHTML = '<form id="f"><input id="n" required><button id="s"></button></form>'
    for (let n = 0; n < 2; n += 1) {
      sensed.send(get('s'), 'click')
      sensed.send(get('n'), 'invalid')
      sensed.pass(2000)
    }
    expect(sensed.kinds()).toEqual(['validation_loop'])
  })

  it('leaves nothing behind once it is stopped', () => {
    sensed.down(get('b'))
    sensed.abort()
    expect(sensed.timers()).toEqual([])
    for (let n = 0; n < 4; n += 1) sensed.down(get('b'))
    sensed.pass(5000)
    expect(sensed.kinds()).toEqual([])
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
      sendAny(get('n'), type, { timeStamp: 1000 }, (event) => {
        for (const name of ['key', 'code', 'data', 'clipboardData']) spy(event, name)
      })
    }
    sensed.down(get('n'))
    sensed.down(get('s'))
    sensed.pass(5000)
    expect(read).toEqual([])
  })
})
