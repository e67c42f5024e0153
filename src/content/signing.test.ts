// @vitest-environment jsdom

import * as v from 'valibot'
import { afterEach, expect, test } from 'vitest'
import { withLayout } from '../../test/helpers/layout.ts'
import { packSchema } from '../vocabulary/pack.ts'
import { dueStep } from './due-step.ts'
import { createLookout } from './lookout.ts'
import { isSigning } from './signing.ts'

withLayout()
afterEach(() => document.body.replaceChildren())

const step = (id: string, screen: string, target: string) => ({
  id,
  screen,
  target,
  text: id,
  advance: { on: 'next' as const },
})
const pack = v.parse(packSchema, {
  format: 'handrail.pack/1',
  id: 'ehr',
  version: 1,
  app: { id: 'ehr', name: 'EHR', sites: ['https://ehr.test/*'], signing: ['pad'] },
  screens: [
    { id: 'orders', title: 'Orders', when: { url: ['/orders'] } },
    { id: 'signature', title: 'Signature', when: { url: ['/sign'] }, signing: true },
  ],
  targets: [
    { id: 'pad', label: 'Pad', anchor: { role: 'dialog', name: ['Sign'] } },
    { id: 'pin', label: 'PIN', anchor: { role: 'button', name: ['Confirm'] } },
    { id: 'add', label: 'Add', anchor: { role: 'button', name: ['Add'] } },
  ],
  walkthroughs: [
    {
      id: 'task',
      title: 'Task',
      summary: '',
      screens: ['orders'],
      owner: 'Training',
      reviewBy: '2027-01-01',
      steps: [step('add', 'orders', 'add'), step('confirm', 'signature', 'pin')],
    },
  ],
})
const PAD = '<div role="dialog" aria-label="Sign"><button>Confirm</button></div>'

function isSigningAt(path: string, html: string, atStep?: string, field?: string): boolean {
  document.body.innerHTML = html
  const sight = createLookout(document, [pack], () => undefined)(new URL(path, 'https://ehr.test'))
  const seen = sight.of('ehr')
  if (!seen) throw new Error('the pack is of this site')
  const run = atStep ? { pack: 'ehr', walkthrough: 'task', step: atStep, past: [] } : undefined
  const focused = field ? (document.querySelector(field) ?? undefined) : undefined
  return isSigning([seen], dueStep([pack], run, sight), focused)
}

test.each([
  ['a screen that is not for signing', '/orders', '<button>Add</button>', 'add', undefined, false],
  ['a screen for signing', '/sign', '<button>Confirm</button>', undefined, undefined, true],
  [
    'the same, where the step is its own',
    '/sign',
    '<button>Confirm</button>',
    'confirm',
    undefined,
    false,
  ],
  ['a part for signing', '/orders', PAD, 'add', undefined, true],
  ['the same, where it holds the step’s target', '/orders', PAD, 'confirm', undefined, false],
  ['a password field with the focus', '/orders', '<input type="password">', 'add', 'input', true],
  [
    'a field for a code with the focus',
    '/orders',
    '<input autocomplete="one-time-code">',
    undefined,
    'input',
    true,
  ],
  ['the same without the focus', '/orders', '<input type="password">', 'add', undefined, false],
  ['another field with the focus', '/orders', '<input>', 'add', 'input', false],
] as const)('%s', (_what, path, html, at, field, result) => {
  expect(isSigningAt(path, html, at, field)).toBe(result)
})
