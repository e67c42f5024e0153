import { send } from '../../../src/content/sensing/testing/sensed.ts'
import type { PartName, TwinView } from './app.ts'
import type { TwinPatient } from './patients.ts'
import type { Act } from './script.ts'

interface Stage {
  patient: TwinPatient
  running: { toggleHelp(): void }
  /** Lets time pass in the page. */
  pass: (ms: number) => Promise<void>
}

/** An event as the browser makes it for a person, now. */
const event = (target: EventTarget, type: string, fields: object = {}) =>
  send(target, type, { timeStamp: performance.now(), ...fields })

const partOf = (name: PartName) => {
  const part = (window as TwinView).twinParts?.[name]
  return part?.isConnected ? part : undefined
}

async function press(target: Element, { pass }: Stage, times = 1, every = 120): Promise<void> {
  for (let n = 0; n < times; n++) {
    const at = { button: 0, isPrimary: true, clientX: 5, clientY: 5 }
    event(target, 'pointerdown', at)
    event(target, 'pointerup', at)
    if (!target.hasAttribute('disabled')) event(target, 'click', { detail: n + 1, ...at })
    if (target.getAttribute('type') === 'submit') {
      const form = target.closest('form')
      if (form) event(form, 'submit')
    }
    await pass(every)
  }
}

/** A part of Handrail's own, by its test id. */
function ours(testId: string): HTMLElement | undefined {
  for (const host of document.documentElement.children) {
    const found = host.shadowRoot?.querySelector<HTMLElement>(`[data-testid="${testId}"]`)
    if (found) return found
  }
  return undefined
}

async function pressOurs(testId: string, stage: Stage): Promise<boolean> {
  const found = ours(testId)
  if (found === undefined) return false
  event(found, 'click')
  await stage.pass(300)
  return true
}

async function type(field: Element, keys: number, pause: number, stage: Stage): Promise<void> {
  event(field, 'pointerdown', { button: 0, isPrimary: true, clientX: 5, clientY: 5 })
  event(field, 'focusin', { relatedTarget: null })
  await stage.pass(pause)
  for (let n = 0; n < keys; n++) {
    // As many keys for either twin; what they write is the patient's own.
    const typed = [...stage.patient.note][n] ?? '7'
    if ('value' in field) field.value += typed
    event(field, 'keydown', { key: typed, code: 'KeyA' })
    event(field, 'input', { inputType: 'insertText', data: typed })
    await stage.pass(100)
  }
  event(field, 'change')
  event(field, 'focusout', { relatedTarget: null })
}

/** Does one act of a script in the test's document. What is not there is passed over, for either twin. */
export async function actInDom(act: Act, stage: Stage): Promise<void> {
  const { pass } = stage
  switch (act.do) {
    case 'press': {
      const part = partOf(act.part)
      if (part) await press(part, stage, act.times, act.every)
      return
    }
    case 'type': {
      const part = partOf(act.part)
      if (part) await type(part, act.keys, act.pause, stage)
      return
    }
    case 'paste': {
      const part = partOf(act.part)
      if (part === undefined) return
      event(part, 'paste')
      event(part, 'input', { inputType: 'insertFromPaste', data: stage.patient.note })
      return pass(200)
    }
    case 'wait':
      return pass(act.ms)
    case 'scroll':
      for (let turn = 0; turn < act.turns; turn++) {
        window.scrollTo(0, turn % 2 === 0 ? 900 : 0)
        event(document, 'wheel', { deltaY: turn % 2 === 0 ? 900 : -900 })
        event(document, 'scroll')
        await pass(600)
      }
      return
    case 'shake':
      for (let n = 0; n < 40; n++) {
        event(document.body, 'pointermove', { clientX: n % 2 === 0 ? 700 : 760, clientY: 300 + n })
        await pass(40)
      }
      return
    case 'leave':
      event(document, 'copy')
      event(window, 'blur')
      await pass(4_000)
      event(window, 'focus')
      return pass(200)
    case 'panel':
      stage.running.toggleHelp()
      await pass(300)
      stage.running.toggleHelp()
      return pass(300)
    case 'report':
      return report(act.hasWireframe, stage)
    case 'walk':
      return walk(stage)
  }
}

async function report(hasWireframe: boolean, stage: Stage): Promise<void> {
  stage.running.toggleHelp()
  await stage.pass(300)
  await pressOurs('report', stage)
  const draw = hasWireframe ? ours('draw') : undefined
  if (draw) {
    draw.closest('details')?.setAttribute('open', '')
    event(draw, 'click')
    if ('checked' in draw) draw.checked = true
    event(draw, 'change')
    await stage.pass(300)
  }
  await pressOurs('report-slow', stage)
  await stage.pass(300)
  stage.running.toggleHelp()
  await stage.pass(300)
}

async function walk(stage: Stage): Promise<void> {
  stage.running.toggleHelp()
  await stage.pass(300)
  if (!((await pressOurs('offer-weigh', stage)) || (await pressOurs('offer-record-vitals', stage))))
    stage.running.toggleHelp()
  await stage.pass(600)
}
