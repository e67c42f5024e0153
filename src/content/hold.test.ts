import { expect, test } from 'vitest'
import { createHold, type HoldKind } from './hold.ts'

function setup() {
  const ports: { kind: HoldKind; isOpen: boolean; lose: () => void }[] = []
  const timers: { act: () => void; isCancelled: boolean }[] = []
  const stop = new AbortController()
  const hold = createHold<HoldKind>({
    connect(kind) {
      const port = { kind, isOpen: true, lose: () => {} }
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
  hold.set('roomy')
  hold.set('roomy')
  expect(open()).toBe(1)
  hold.set(undefined)
  hold.set(undefined)
  expect([open(), ports.length]).toEqual([0, 1])
})

test('a frame that has become too small says so by another port', () => {
  const { hold, open, ports } = setup()
  hold.set('roomy')
  hold.set('cramped')
  expect([open(), ports.map(({ kind }) => kind)]).toEqual([1, ['roomy', 'cramped']])
})

test('a worker that went to sleep is told again, and not once it is no longer so', () => {
  const { hold, open, ports, timers } = setup()
  hold.set('roomy')
  ports[0]?.lose()
  expect(open()).toBe(0)
  timers[0]?.act()
  expect(open()).toBe(1)
  ports[1]?.lose()
  hold.set(undefined)
  expect(timers[1]?.isCancelled).toBe(true)
})

test('the end of the page’s work closes it for good', () => {
  const { hold, open, stop } = setup()
  hold.set('roomy')
  stop.abort()
  hold.set('roomy')
  expect(open()).toBe(0)
})
