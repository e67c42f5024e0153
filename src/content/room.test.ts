import { expect, test } from 'vitest'
import { createRoom } from './room.ts'

test('where a callout did not fit there is no room until the frame has another size', () => {
  const view = { innerWidth: 300, innerHeight: 170 }
  const room = createRoom(view)
  expect(room.isCramped()).toBe(false)
  room.refuse()
  expect(room.isCramped()).toBe(true)
  view.innerHeight = 600
  expect(room.isCramped()).toBe(false)
})
