// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { withLayout } from '../../../test/helpers/layout.ts'
import { delivery, get, NOON, type Sensed, seenAt, startSensed } from './testing/sensed.ts'

withLayout()
let sensed: Sensed

beforeEach(() => {
  document.body.innerHTML = `<input id="field"><input id="other"><input id="find" type="search">
    <div id="note"><div id="text" contenteditable="true"></div></div><input id="scan">
    <input id="when" type="datetime-local"><input id="box" type="checkbox"><select id="pick"></select>
    <button id="a"></button><button id="b"></button><button id="c"></button>`
  sensed = startSensed()
})

afterEach(() => {
  sensed.abort()
  document.body.replaceChildren()
  expect(sensed.faults).toEqual([])
})

const type = (id: string, count: number, every = 100, inputType = 'insertText') => {
  for (let n = 0; n < count; n++) {
    sensed.pass(every)
    sensed.send(get(id), 'input', { inputType })
  }
}
const enter = (id: string) => {
  sensed.down(get(id))
  sensed.send(get(id), 'focusin', { relatedTarget: null })
}

describe('fields', () => {
  it('are hesitated at where the person went there', () => {
    sensed.sensing.looked(seenAt('form'))
    enter('field')
    sensed.pass(9000)
    type('field', 3)
    expect(sensed.detections).toMatchObject([
      { kind: 'field_hesitation', screen: 'form', role: 'textbox' },
    ])
  })

  it('are hesitated at where the person came from another field by key', () => {
    sensed.send(get('field'), 'focusin', { relatedTarget: get('other') })
    sensed.pass(9000)
    type('field', 1)
    expect(sensed.kinds()).toEqual(['field_hesitation'])
  })

  it('are not, where the app gave the focus or nothing is typed', () => {
    sensed.send(get('field'), 'focusin', { relatedTarget: null })
    sensed.pass(9000)
    type('field', 1)
    for (const choice of ['box', 'pick']) {
      enter(choice)
      sensed.pass(9000)
      sensed.send(get(choice), 'input')
    }
    expect(sensed.kinds()).not.toContain('field_hesitation')
  })

  it('are told as changed again, search fields left out', () => {
    for (const id of ['field', 'find'])
      for (let round = 0; round < 4; round++) {
        type(id, 3)
        sensed.send(get(id), 'focusout')
      }
    expect(sensed.kinds()).toEqual(['field_reentry'])
  })
})

describe('what the pack names', () => {
  it('makes a paste into a note tell, and into nothing else', () => {
    sensed.sensing.looked(seenAt('chart', { notes: ['note'] }))
    sensed.send(get('text'), 'paste')
    sensed.send(get('field'), 'paste')
    sensed.send(get('text'), 'input', { inputType: 'insertFromPaste' })
    expect(sensed.kinds()).toEqual(['paste_heavy_note'])
  })

  it('tells a scan field that is typed into from one that is scanned into', () => {
    sensed.sensing.looked(seenAt('dose', { scans: ['scan'] }))
    type('scan', 10, 8)
    sensed.send(get('scan'), 'focusout')
    expect(sensed.kinds()).toEqual([])
    type('scan', 10, 150)
    expect(sensed.outcomes()).toEqual([['workaround_step', 'typed-scan']])
  })

  it('tells a required order that is not kept, on its own screen only', () => {
    const required = [{ id: 'give', screen: 'dose', targets: ['a', 'b', 'c'] }]
    const use = (ids: string[]) => {
      for (const id of ids) {
        sensed.down(get(id))
        sensed.send(document, 'selectionchange')
        sensed.pass(10_000)
      }
    }
    sensed.sensing.looked(seenAt('chart', { required }))
    use(['c'])
    sensed.sensing.looked(seenAt('dose', { required }))
    use(['a', 'b', 'c', 'a', 'c'])
    const told = sensed.outcomes().filter(([kind]) => kind === 'workaround_step')
    expect(told).toEqual([['workaround_step', 'skipped']])
  })

  it('tells how far back a time lies, from that field alone', () => {
    const field = get('when') as HTMLInputElement
    const wall = (ms: number) => {
      const local = ms - new Date(ms).getTimezoneOffset() * 60_000
      return new Date(local).toISOString().slice(0, 16)
    }
    const set = (at: number) => {
      sensed.send(field, 'focusin')
      field.value = wall(at)
      sensed.send(field, 'change')
      sensed.send(field, 'focusout')
    }
    sensed.sensing.looked(seenAt('note'))
    set(NOON - 30 * 60_000)
    expect(sensed.kinds()).toEqual([])
    sensed.sensing.looked(seenAt('note', { times: ['when'] }))
    set(NOON - 30 * 60_000)
    set(NOON + 30 * 60_000)
    expect(sensed.outcomes()).toEqual([['late_entry', 'under-1-h']])
  })
})

describe('alerts', () => {
  const alert = () => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<div role="alertdialog" id="alert"><button id="ok">OK</button></div>',
    )
    return get('alert')
  }
  const look = () => sensed.sensing.looked(seenAt('orders'))

  it('closed at once by the person are told', () => {
    look()
    const shown = alert()
    look()
    sensed.pass(1200)
    sensed.send(get('ok'), 'click')
    shown.remove()
    sensed.pass(900)
    look()
    expect(sensed.detections).toMatchObject([{ kind: 'reflex_alert_dismissal', screen: 'orders' }])
  })

  it('that go by themselves, or are drawn anew, are not', () => {
    look()
    alert().after()
    look()
    sensed.pass(1000)
    get('alert').remove()
    look()
    const shown = alert()
    look()
    sensed.pass(1000)
    sensed.send(get('ok'), 'click')
    shown.remove()
    alert()
    look()
    sensed.pass(5000)
    sensed.send(get('ok'), 'click')
    get('alert').remove()
    look()
    expect(sensed.kinds()).toEqual([])
  })
})

describe('records and the inbox', () => {
  const signals = { charts: ['chart'], inbox: ['inbox'] }
  const patient = { target: 'banner', except: [], screens: [] }
  const open = (screen: string, who?: string) => {
    get('banner').textContent = who ?? ''
    const more = { patient, find: (id: string) => document.getElementById(id) ?? undefined }
    sensed.sensing.looked(seenAt(screen, signals, more))
    sensed.pass(10_000)
  }

  beforeEach(() => document.body.insertAdjacentHTML('beforeend', '<div id="banner"></div>'))

  it('are switched between', () => {
    for (const screen of ['chart', 'inbox', 'chart', 'inbox']) open(screen, 'Jane Doe')
    expect(sensed.outcomes()).toEqual([
      ['context_switching', 'reached-1'],
      ['context_switching', 'reached-2'],
    ])
  })
})

describe('a task', () => {
  it('begins at its screen, and ends where its conditions come to hold', () => {
    const tasks = [{ id: 'admit', title: 'Admit', screen: 'form', done: [{ screen: 'chart' }] }]
    const look = (screen: string) =>
      sensed.sensing.looked(seenAt(screen, {}, { tasks, areMet: () => screen === 'chart' }))
    look('chart')
    look('form')
    for (const id of ['a', 'b', 'c']) sensed.down(get(id))
    look('chart')
    const told = sensed.outcomes().filter(([kind]) => kind !== 'u_turn')
    expect(told.slice(0, 3)).toEqual([
      ['task', 'started'],
      ['task', 'done'],
      ['clicks_per_task', 'presses-1'],
    ])
  })
})

describe('what others must see none of', () => {
  it('is an answer in a region that changes by itself, by an animation or a change', async () => {
    sensed.sensing.looked(seenAt('chart'))
    for (let second = 0; second < 8; second++) {
      sensed.pass(1500)
      get('note').className = `at-${second}`
      await delivery()
    }
    sensed.down(get('a'))
    sensed.pass(500)
    get('note').className = 'again'
    await delivery()
    sensed.pass(9000)
    expect(sensed.kinds()).toEqual(['dead_click'])
  })
})
