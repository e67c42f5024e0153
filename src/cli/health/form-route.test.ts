import { expect, test } from 'vitest'
import { isCall } from '../../vocabulary/call.ts'
import { wardPack } from '../testing/sample-pack.ts'
import { formRoute } from './form-route.ts'

function route(id: string, pack = wardPack()) {
  const form = pack.screens.find((screen) => screen.id === id)
  if (form === undefined) throw new Error(`no screen ${id}`)
  return formRoute(pack, form).map(({ from, target, to }) => `${from} ${target.id} ${to}`)
}

test('a form is opened by what its walkthrough presses, through other forms too', () => {
  expect(route('form')).toEqual(['chart open form'])
  expect(route('detail')).toEqual(['chart open form', 'form more detail'])
})

test('a form that opens by typing can’t be opened by a press', () => {
  expect(route('typed')).toEqual([])
})

test('forms that only open each other end the search', () => {
  const pack = wardPack()
  const [first, second] = pack.walkthroughs[0]?.steps ?? []
  if (first && !isCall(first)) first.screen = 'detail'
  if (second && !isCall(second)) second.screen = 'form'
  expect(route('form', pack)).toEqual([])
})
