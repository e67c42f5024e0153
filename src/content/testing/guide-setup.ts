import * as v from 'valibot'
import { type Pack, type PackSource, packSchema } from '../../vocabulary/pack.ts'
import type { Run } from '../../vocabulary/run.ts'
import type { Signal } from '../../vocabulary/signal.ts'
import { createGuide } from '../guide.ts'
import { createLookout } from '../lookout.ts'
import type { HeldRecord } from '../record-watch.ts'

/** Two steps on two screens. */
export const source: PackSource = {
  format: 'handrail.pack/1',
  id: 'sample',
  version: 1,
  app: { id: 'sample', name: 'Sample', sites: ['https://ehr.test/*'] },
  screens: [
    { id: 'list', title: 'List', when: { url: ['/list'] } },
    { id: 'form', title: 'Form', when: { url: ['/form'] } },
  ],
  targets: [
    { id: 'add', label: 'Add', anchor: { role: 'button', name: ['Add'] } },
    { id: 'save', label: 'Save', anchor: { role: 'button', name: ['Save'] } },
  ],
  walkthroughs: [
    {
      id: 'task',
      title: 'Task',
      summary: 'How to',
      screens: ['list'],
      owner: 'Training',
      reviewBy: '2027-01-01',
      steps: [
        {
          id: 'open',
          screen: 'list',
          target: 'add',
          text: 'Press Add',
          advance: { on: 'screen', screen: 'form' },
        },
        {
          id: 'save',
          screen: 'form',
          target: 'save',
          text: 'Save',
          advance: { on: 'press' },
          missing: 'stop',
        },
      ],
    },
  ],
  texts: { fr: { 'walkthroughs.task.title': 'Tâche' } },
}
export const pack = v.parse(packSchema, source)

/** A guide on the test's document, with what it has kept and told, and its clock in the test's hands. */
export function setup(
  options: {
    resumed?: Run
    record?: HeldRecord
    locale?: string
    packs?: Pack[]
    isFrame?: boolean
    isCramped?: boolean
  } = {},
) {
  const packs = options.packs ?? [pack]
  const kept: (Run | undefined)[] = []
  const emitted: Omit<Signal, 'uid'>[] = []
  const timers: { ms: number; act: () => void; isCancelled: boolean }[] = []
  const guide = createGuide({
    packs,
    locale: options.locale ?? 'en',
    telemetry: true,
    isFrame: options.isFrame ?? false,
    isCramped: () => options.isCramped ?? false,
    resumed: options.resumed,
    record: options.record ?? {},
    keep: (run) => kept.push(run),
    emit: (signal) => emitted.push(signal),
    after(ms, act) {
      const timer = { ms, act, isCancelled: false }
      timers.push(timer)
      return () => {
        timer.isCancelled = true
      }
    },
  })
  const look = createLookout(document, packs, () => undefined, options.isFrame)
  const open = (path: string, html: string) => {
    document.body.innerHTML = html
    guide.look(look(new URL(path, 'https://ehr.test')))
  }
  return { guide, kept, emitted, timers, open }
}

export const ADD = '<button id="add">Add</button>'
export const SAVE = '<button id="save">Save</button>'
