import { expect, it } from 'vitest'
import { CRAMPED_PORT, HOLD_PORT } from '../messaging/protocol.ts'
import { createHolders } from './holders.ts'

function setup() {
  const changed: number[] = []
  const acts: (() => void)[] = []
  const holders = createHolders({
    onChange: (tabId) => changed.push(tabId),
    after: (_ms, act) => acts.push(act),
  })
  const settle = () => {
    for (const act of acts.splice(0)) act()
    return changed.splice(0)
  }
  const open = (tabId: number, name = HOLD_PORT) => {
    let close = () => {}
    holders.add(tabId, {
      name,
      onDisconnect: {
        addListener: (listen) => {
          close = listen
        },
      },
    })
    return () => close()
  }
  return { holders, open, settle }
}

it('counts the open ports of each tab, and tells once of what changes together', () => {
  const { holders, open, settle } = setup()
  const close = open(7)
  open(7)
  open(8)
  expect([7, 8, 9].map(holders.count)).toEqual([2, 1, 0])
  expect(settle()).toEqual([7, 8])
  close()
  expect(holders.count(7)).toBe(1)
  expect(settle()).toEqual([7])
})

it('a port that is not taken after all is not counted, and counted off once', () => {
  const { holders, settle } = setup()
  let close = () => {}
  const listenTo = (listen: () => void) => {
    close = listen
  }
  const remove = holders.add(7, { name: HOLD_PORT, onDisconnect: { addListener: listenTo } })
  remove()
  close()
  expect(holders.count(7)).toBe(0)
  expect(settle()).toEqual([7])
})

it('a tab whose frames are gone is forgotten, and can come back', () => {
  const { holders, open, settle } = setup()
  open(7)()
  open(7)
  expect(holders.count(7)).toBe(1)
  expect(settle()).toEqual([7])
})

it('says that the only frame is too small for words, and nothing where there are two', () => {
  const { holders, open } = setup()
  open(8)
  const close = open(7, CRAMPED_PORT)
  expect([7, 8, 9].map(holders.isCramped)).toEqual([true, false, false])
  open(7)
  expect(holders.isCramped(7)).toBe(false)
  close()
  expect(holders.isCramped(7)).toBe(false)
})
