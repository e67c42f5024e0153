import { expect, test } from 'vitest'
import type { SideView } from '../overlay/side-view.ts'
import { createFollower } from './follow-page.ts'

function setup() {
  const ports: { to: string; isOpen: boolean; end: () => void; say: (view: unknown) => void }[] = []
  const waiting: (() => void)[] = []
  const views: unknown[] = []
  const sent: unknown[] = []
  function connect(to: string) {
    const ends: (() => void)[] = []
    const listeners: ((message: unknown) => void)[] = []
    const port = {
      to,
      isOpen: true,
      end() {
        port.isOpen = false
        for (const end of ends) end()
      },
      say: (view: unknown) => {
        for (const listen of listeners) listen(view)
      },
    }
    ports.push(port)
    return {
      postMessage: (message: unknown) => void sent.push(message),
      disconnect: () => {
        port.isOpen = false
      },
      onMessage: { addListener: (listen: (message: unknown) => void) => listeners.push(listen) },
      onDisconnect: { addListener: (end: () => void) => ends.push(end) },
    }
  }
  const follower = createFollower({
    connectPage: (tabId, name) => connect(`page ${tabId} ${name}`),
    connectWorker: (name) => connect(`worker ${name}`),
    after(_ms, act) {
      waiting.push(act)
      return () => waiting.splice(waiting.indexOf(act), 1)
    },
    onView: (view) => views.push(view),
  })
  const open = () => ports.filter(({ isOpen }) => isOpen).map(({ to }) => to)
  const wait = () => {
    for (const act of waiting.splice(0)) act()
  }
  return { follower, ports, views, sent, open, wait, waiting }
}
const view = { appName: 'App' } as SideView

test('it follows the page of a tab, and tells the worker that it does', () => {
  const { follower, ports, views, open } = setup()
  follower.follow(7)
  follower.follow(7)
  expect(open()).toEqual(['page 7 side', 'worker side:7'])
  ports[0]?.say(view)
  expect(views).toEqual([undefined, view])
})

test('a page that goes leaves nothing to show until the next one is there', () => {
  const { follower, ports, views, open, wait } = setup()
  follower.follow(7)
  ports[0]?.say(view)
  ports[0]?.end()
  expect(views.at(-1)).toBeUndefined()
  wait()
  expect(open()).toEqual(['worker side:7', 'page 7 side'])
})

test('a worker that went to sleep is told again', () => {
  const { follower, ports, open, wait } = setup()
  follower.follow(7)
  ports[1]?.end()
  wait()
  expect(open()).toEqual(['page 7 side', 'worker side:7'])
})

test('with another tab, what the first one says is over', () => {
  const { follower, ports, views, sent, open, waiting } = setup()
  follower.follow(7)
  ports[0]?.end()
  follower.follow(8)
  expect(waiting).toEqual([])
  expect(open()).toEqual(['page 8 side', 'worker side:8'])
  ports[0]?.say(view)
  expect(views.at(-1)).toBeUndefined()
  follower.act({ act: 'next' })
  expect(sent).toEqual([{ act: 'next' }])
  follower.stop()
  expect(open()).toEqual([])
})
