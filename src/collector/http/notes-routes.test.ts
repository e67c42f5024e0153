import { expect, test } from 'vitest'
import type { Note } from '../../vocabulary/note.ts'
import { encodeBatch, encodeNote } from '../../vocabulary/otlp.ts'
import { ADMIN_KEY, INGEST, useTestCollector } from '../testing/app.ts'
import { makeTally, NOON } from '../testing/tallies.ts'
import type { Notes } from './notes-routes.ts'
import { issuePass } from './pass.ts'

const DAY = Math.floor(NOON / 86_400_000)
const collector = useTestCollector()
const SESSION = { cookie: `handrail_session=${issuePass('session', ADMIN_KEY, NOON + 1000)}` }

const note = (more: Partial<Note> = {}): Note => ({
  uid: crypto.randomUUID(),
  day: DAY,
  app: 'openmrs',
  packVersion: 1,
  screen: 'vitals',
  outcome: 'slow',
  comment: 'Too late.',
  ...more,
})
type App = ReturnType<typeof collector.app>
const send = (app: App, body: object) =>
  app.inject({ method: 'POST', url: '/v1/logs', headers: INGEST, payload: body })
const visitsOf = (people: number) =>
  encodeBatch(
    Array.from({ length: people }, () => makeTally({ app: 'openmrs', screen: 'vitals' })),
    '1.0.0',
    Math.floor(NOON / 3_600_000),
  )
async function read(app: App): Promise<Notes> {
  const answer = await app.inject({ url: '/v1/notes', headers: SESSION })
  expect(answer.statusCode).toBe(200)
  return answer.json()
}

test('comments are for a session only', async () => {
  const app = collector.app()
  expect((await app.inject({ url: '/v1/notes' })).statusCode).toBe(401)
  expect((await app.inject({ method: 'DELETE', url: `/v1/notes/${note().uid}` })).statusCode).toBe(
    401,
  )
})

test('one of a screen that enough people use is shown, once, and under another id', async () => {
  const app = collector.app()
  await send(app, visitsOf(11))
  const one = note({ severity: 'risk' })
  expect((await send(app, encodeNote(one, '1'))).json()).toEqual({})
  await send(app, encodeNote(one, '1'))
  const { notes, withheld } = await read(app)
  expect(notes).toMatchObject([
    { screen: 'vitals', comment: 'Too late.', severity: 'It could lead to a mistake' },
  ])
  expect(notes[0]?.id).not.toBe(one.uid)
  expect(withheld).toBe(0)
})

test('of a screen that too few use it is only told that there is one', async () => {
  const app = collector.app()
  await send(app, visitsOf(10))
  await send(app, encodeNote(note(), '1'))
  expect(await read(app)).toMatchObject({ notes: [], withheld: 1 })
})

test('it can be deleted, and is then gone', async () => {
  const app = collector.app({ demo: true })
  await send(app, visitsOf(3))
  await send(app, encodeNote(note(), '1'))
  const [first] = (await read(app)).notes
  const remove = () =>
    app.inject({ method: 'DELETE', url: `/v1/notes/${first?.id}`, headers: SESSION })
  expect((await remove()).statusCode).toBe(204)
  expect((await read(app)).notes).toEqual([])
  expect((await remove()).statusCode).toBe(404)
  const odd = await app.inject({ method: 'DELETE', url: '/v1/notes/1', headers: SESSION })
  expect(odd.statusCode).toBe(404)
})

test('it goes when its time is over, and its uid before', async () => {
  const store = collector.store()
  await store.addNotes([note(), note({ day: DAY - 100, comment: 'Old.' })])
  await store.forgetNoteUids(DAY)
  const rows = await collector.database().query('select uid, comment from notes order by day')
  expect(rows.map(({ uid }) => uid === null)).toEqual([true, false])
  await store.dropNotesBefore(DAY - 90)
  expect((await store.readNotes(DAY - 200, DAY)).map(({ comment }) => comment)).toEqual([
    'Too late.',
  ])
})

test('a day that can’t be true is refused', async () => {
  const app = collector.app()
  for (const day of [DAY + 2, DAY - 16])
    expect((await send(app, encodeNote(note({ day }), '1'))).json()).toMatchObject({
      partialSuccess: { rejectedLogRecords: '1' },
    })
})

test('a comment that ends within a character is refused for good, and the collector stays well', async () => {
  const app = collector.app()
  const answer = await send(app, encodeNote(note({ comment: 'Slow \ud83d' }), '1.0.0'))
  expect(answer.statusCode).toBe(200)
  expect(answer.json().partialSuccess).toMatchObject({ rejectedLogRecords: '1' })
})
