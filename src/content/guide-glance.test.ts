// @vitest-environment jsdom

import * as v from 'valibot'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { withLayout } from '../../test/helpers/layout.ts'
import { createMemory } from '../anchors/memory.ts'
import { packSchema } from '../vocabulary/pack.ts'
import { createGuide } from './guide.ts'
import { createLookout } from './lookout.ts'
import { WATCHED } from './page-watch.ts'

withLayout()

const pack = v.parse(packSchema, {
  format: 'handrail.pack/1',
  id: 'sample',
  version: 1,
  app: { id: 'sample', name: 'Sample', sites: ['https://ehr.test/*'], patient: { target: 'who' } },
  screens: [
    {
      id: 'alert',
      title: 'Alert',
      priority: 50,
      when: { url: ['/*'], present: [{ role: 'heading', name: ['Warning'] }] },
    },
    { id: 'orders', title: 'Orders', when: { url: ['/*'] } },
  ],
  targets: [
    { id: 'who', label: 'Who', anchor: { role: 'banner', name: ['Patient'] } },
    {
      id: 'edit',
      label: 'Edit',
      anchor: { role: 'button', name: ['Edit'], within: [{ role: 'row', name: ['Aspirin Edit'] }] },
    },
    { id: 'dose', label: 'Dose', anchor: { role: 'textbox', name: ['Dose'] } },
  ],
  walkthroughs: ['edit', 'dose'].map((target) => ({
    id: target,
    title: 'Task',
    summary: 'How to',
    screens: ['orders'],
    owner: 'Training',
    reviewBy: '2027-01-01',
    steps: [
      {
        id: 'one',
        screen: 'orders',
        target,
        text: 'Here',
        advance: { on: 'press' as const },
        ...(target === 'dose' && {
          doneWhen: [{ present: 'edit' }],
        }),
      },
    ],
  })),
})

const PAGE = `<header role="banner" aria-label="Patient">Ann</header><h1>Orders</h1>
  <table><tr id="first"><td>Aspirin</td><td><button id="edit">Edit</button></td></tr></table>
  <label for="dose">Dose</label><input id="dose"><input id="other"><p></p>`

const memory = createMemory()
const observer = new MutationObserver(memory.changed)
beforeEach(() => observer.observe(document, WATCHED))
afterEach(() => {
  document.body.replaceChildren()
  memory.changed(observer.takeRecords())
  observer.disconnect()
})

const get = (selector: string): Element => {
  const found = document.querySelector(selector)
  if (found === null) throw new Error(`No ${selector}`)
  return found
}
const add = (html: string) => get('p').insertAdjacentHTML('afterend', html)

/** A page with a step that points at one of its controls; the result glances at it once more. */
function pointingAt(walkthrough: 'edit' | 'dose', html = PAGE) {
  document.body.innerHTML = html
  const lookout = createLookout(document, [pack], () => undefined, false, memory)
  const seen = (isGlance: boolean) => {
    memory.changed(observer.takeRecords())
    return lookout(new URL('https://ehr.test/orders'), isGlance)
  }
  const guide = createGuide({
    packs: [pack],
    locale: 'en',
    telemetry: true,
    resumed: undefined,
    record: {},
    keep: () => {},
    emit: () => {},
    after: () => () => {},
  })
  guide.look(seen(false))
  guide.start('sample', walkthrough)
  guide.doubts.doubtTarget()
  return {
    guide,
    glance: () => guide.glance(seen(true)),
    look: () => guide.look(seen(false)),
    isInDoubt: () => guide.view().callout?.isInDoubt,
  }
}

test('what is pointed at is what it was: a glance ends the doubt', () => {
  const { glance, isInDoubt } = pointingAt('edit')
  expect(isInDoubt()).toBe(true)
  get('p').append('Updated')
  get('#first').setAttribute('class', 'is-new')
  expect([glance(), isInDoubt()]).toEqual([true, false])
})

test.each<[string, 'edit' | 'dose', () => void]>([
  [
    'a look-alike has appeared',
    'edit',
    () =>
      get('table').insertAdjacentHTML(
        'beforeend',
        '<tr><td>Aspirin</td><td><button>Edit</button></td></tr>',
      ),
  ],
  ['a look-alike has been shown', 'dose', () => get('#other').setAttribute('aria-label', 'Dose')],
  ['its row is another thing’s by now', 'edit', () => get('#first td').replaceChildren('Heparin')],
  [
    'its label has moved to the next field',
    'dose',
    () => get('label').setAttribute('for', 'other'),
  ],
  ['its words are others', 'edit', () => get('#edit').replaceChildren('Delete')],
  ['it is hidden', 'edit', () => get('#edit').setAttribute('data-no-size', '')],
  ['it has gone', 'edit', () => get('#edit').remove()],
  ['another screen has come up', 'edit', () => add('<h2>Warning</h2>')],
])('%s: a glance does not hold, and the doubt stays', (_what, walkthrough, change) => {
  const html = walkthrough === 'dose' ? PAGE.replace('>Edit<', '>Open<') : PAGE
  const { glance, isInDoubt } = pointingAt(walkthrough, html)
  change()
  expect([glance(), isInDoubt()]).toEqual([false, true])
})

test('the page says that the step is done: a glance does not hold, and a look goes on', () => {
  const { glance, look, guide } = pointingAt('dose', PAGE.replace('>Edit<', '>Open<'))
  get('#edit').replaceChildren('Edit')
  expect(glance()).toBe(false)
  look()
  expect(guide.isRunning()).toBe(false)
})

test('doubt about whose record is open outlives every glance, and ends with a look', () => {
  const { guide, glance, look, isInDoubt } = pointingAt('edit')
  guide.doubts.doubtRest()
  expect([glance(), isInDoubt()]).toEqual([true, true])
  look()
  expect(isInDoubt()).toBe(false)
})

test('a shadow root that an old element gets without a record is seen by the next look', () => {
  const { look, guide } = pointingAt(
    'dose',
    `${PAGE.replace('>Edit<', '>Open<')}<section></section>`,
  )
  look()
  look()
  expect(guide.view().callout?.target).toBe(get('#dose'))
  get('section').attachShadow({ mode: 'open' }).innerHTML = '<input aria-label="Dose">'
  look()
  expect(guide.view().callout).toBeUndefined()
})
