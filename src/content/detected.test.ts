import { expect, test } from 'vitest'
import { signalOf } from './detected.ts'

const dead = { kind: 'dead_click', at: 5000, screen: 'orders', control: 7 } as const

test('a control of the pack is named by its id, and by nothing else', () => {
  const at = { label: 'Save', target: 'save', role: 'button', region: 'form' } as const
  expect(signalOf(dead, 'ehr', at)).toEqual({
    ...{ kind: 'dead_click', app: 'ehr', screen: 'orders', target: 'save' },
  })
})

test('any other by its role and region', () => {
  const at = { label: 'button', role: 'button', region: 'form' } as const
  expect(signalOf(dead, 'ehr', at)).toEqual({
    ...{ kind: 'dead_click', app: 'ehr', screen: 'orders', role: 'button', region: 'form' },
  })
  expect(signalOf(dead, 'ehr', undefined)).toEqual({
    ...{ kind: 'dead_click', app: 'ehr', screen: 'orders' },
  })
})

test('a task needs no screen, and everything else does', () => {
  const task = { kind: 'clicks_per_task', at: 0, task: 'admit', outcome: 'presses-4' } as const
  expect(signalOf(task, 'ehr', undefined)).toEqual({
    ...{ kind: 'clicks_per_task', app: 'ehr', task: 'admit', outcome: 'presses-4' },
  })
  expect(signalOf({ ...dead, screen: undefined }, 'ehr', undefined)).toBeUndefined()
})
