import { expect, test } from 'vitest'
import { createHold } from './hold.ts'

function setup() {
  const ports: { isOpen: boolean; lose: () => void }[] = []
  const timers: { act: () => void; isCancelled: boolean }[] = []
  const stop = new AbortController()
  const hold = createHold({
    connect() {
      const port = { isOpen: true, lose: () => {} }
      ports.push(port)
      return {
        onDisconnect: {
          addListener(listen) {
            port.lose = () => {
              port.isOpen = false
              listen()
            }
          },
        },
        disconnect() {
          port.isOpen = false
        },
      }
    },
    after(_ms, act) {
      const timer = { act, isCancelled: false }
      timers.push(timer)
      return () => {
        timer.isCancelled = true
      }
    },
    signal: stop.signal,
  })
  return { hold, ports, timers, stop, open: () => ports.filter(({ isOpen }) => isOpen).length }
}

test('one port while it is wanted', () => {
  const { hold, open, ports } = setup()
  hold.set(true)
  hold.set(true)
  expect(open()).toBe(1)
  hold.set(false)
  hold.set(false)
  expect([open(), ports.length]).toEqual([0, 1])
})

test('a worker that went to sleep is told again, and not once it is no longer so', () => {
  const { hold, open, ports, timers } = setup()
  hold.set(true)
  ports[0]?.lose()
  expect(open()).toBe(0)
  timers[0]?.act()
  expect(open()).toBe(1)
  ports[1]?.lose()
  hold.set(false)
  expect(timers[1]?.isCancelled).toBe(true)
})

test('the end of the page’s work closes it for good', () => {
  const { hold, open, stop } = setup()
  hold.set(true)
  stop.abort()
  hold.set(true)
  expect(open()).toBe(0)
})
