import { afterEach, expect, test, vi } from 'vitest'
import { request } from './request.ts'

afterEach(() => vi.unstubAllGlobals())

/** A browser whose worker gives these answers, one after the other; an error is one that it dies of. */
function browser(answers: readonly unknown[], id: string | undefined = 'handrail') {
  const asked: unknown[] = []
  const left = [...answers]
  async function sendMessage(message: unknown): Promise<unknown> {
    asked.push(message)
    const answer = left.shift()
    if (answer instanceof Error) throw answer
    return answer
  }
  vi.stubGlobal('chrome', { runtime: { id, sendMessage } })
  return asked
}
const closed = new Error('The message channel closed before a response was received')
const fine = { ok: true, value: undefined }

test('a worker that answers is asked once', async () => {
  const asked = browser([fine])
  await expect(request('page-setup', undefined)).resolves.toBeUndefined()
  expect(asked).toEqual([{ name: 'page-setup', payload: undefined }])
})

test.each([
  ['is ended in the middle of its answer', closed],
  ['has answered nothing', undefined],
])('a worker that %s is asked once more', async (_how, first) => {
  const asked = browser([first, fine])
  await expect(request('page-setup', undefined)).resolves.toBeUndefined()
  expect(asked).toHaveLength(2)
})

test('one that dies twice is told of', async () => {
  browser([closed, closed])
  await expect(request('page-setup', undefined)).rejects.toThrow(closed)
})

test('what it refuses is refused, and an extension that is gone is not asked again', async () => {
  const refused = browser([{ ok: false, message: 'No.' }, fine])
  await expect(request('page-setup', undefined)).rejects.toThrow('No.')
  expect(refused).toHaveLength(1)
  vi.unstubAllGlobals()
  const gone = new Error('Extension context invalidated.')
  vi.stubGlobal('chrome', { runtime: { sendMessage: () => Promise.reject(gone) } })
  await expect(request('page-setup', undefined)).rejects.toThrow(gone)
})
