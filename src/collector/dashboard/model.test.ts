import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createModel, REFRESH_MS } from './model.ts'

type Reply = () => Response | Promise<Response>

let stop = () => {}
beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  stop()
  vi.useRealTimers()
})

const figures = (generatedAt: number) => () => Response.json({ generatedAt })
const noSession = (message: string) => () => Response.json({ message }, { status: 401 })
const down = () => Promise.reject(new TypeError('fetch failed'))

function open(replies: { session?: Reply; summary: Reply[] }, key?: string, isHidden = false) {
  const asked: string[] = []
  const fetcher = async (input: RequestInfo | URL) => {
    asked.push(String(input))
    if (String(input) === '/v1/session') return (replies.session ?? down)()
    return (replies.summary.shift() ?? down)()
  }
  const model = createModel({ fetcher, key, isHidden: () => isHidden })
  stop = model.start()
  return { model, asked }
}

test('the key of the link is traded before the figures are asked for', async () => {
  const session = () => new Response(null, { status: 204 })
  const { model, asked } = open({ session, summary: [figures(1)] }, 'key')
  await vi.advanceTimersByTimeAsync(0)
  expect(asked).toEqual(['/v1/session', '/v1/summary?days=7'])
  expect(model.phase.value).toEqual({ type: 'ready' })
})

test('a used link does no harm while a session holds', async () => {
  const { model } = open({ session: noSession('used'), summary: [figures(1)] }, 'key')
  await vi.advanceTimersByTimeAsync(0)
  expect(model.phase.value).toEqual({ type: 'ready' })
})

test('a used link without a session is told as such, and nothing is asked again', async () => {
  const { model, asked } = open({ session: noSession('used'), summary: [noSession('none')] }, 'key')
  await vi.advanceTimersByTimeAsync(3 * REFRESH_MS)
  expect(model.phase.value).toEqual({ type: 'no-session', message: 'used' })
  expect(asked).toHaveLength(2)
})

test('figures stay while newer ones can’t be had, and are replaced when they can', async () => {
  const { model } = open({ summary: [figures(1), down, figures(2)] })
  await vi.advanceTimersByTimeAsync(REFRESH_MS)
  expect(model.phase.value.type).toBe('failed')
  expect(model.summary.value?.generatedAt).toBe(1)
  await vi.advanceTimersByTimeAsync(REFRESH_MS)
  expect(model.phase.value.type).toBe('ready')
  expect(model.summary.value?.generatedAt).toBe(2)
})

test('a hidden page asks for nothing', async () => {
  const { asked } = open({ summary: [figures(1)] }, undefined, true)
  await vi.advanceTimersByTimeAsync(10 * REFRESH_MS)
  expect(asked).toHaveLength(1)
})

test('an answer that another window of days has overtaken is not shown', async () => {
  const late = Promise.withResolvers<Response>()
  const { model } = open({ summary: [() => late.promise, figures(30)] })
  model.chooseDays(30)
  await vi.advanceTimersByTimeAsync(0)
  late.resolve(Response.json({ generatedAt: 7 }))
  await vi.advanceTimersByTimeAsync(0)
  expect(model.summary.value?.generatedAt).toBe(30)
})
