import type { FastifyInstance } from 'fastify'
import { hourOf } from '../../vocabulary/tally.ts'
import type { Store } from '../store/store.ts'
import { dayOfHour } from '../store/tally-row.ts'
import { createLabelReader } from '../summary/labels.ts'
import { noteRows } from '../summary/notes.ts'
import { problem, refuse } from './problem.ts'
import { createSessionCheck, NO_SESSION } from './session.ts'

interface Options {
  store: Pick<Store, 'readNotes' | 'deleteNote' | 'readCells' | 'listChannels' | 'findPackBytes'>
  adminKey: string
  minGroup: number
  /** How many days comments and wireframes are kept. */
  keepNotesDays: number
  now: () => number
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** `/v1/notes`: comments and wireframes of all days that are kept, to be read and to be deleted. */
export async function addNoteRoutes(scope: FastifyInstance, options: Options): Promise<void> {
  const { store, minGroup, keepNotesDays, now } = options
  const hasSession = createSessionCheck(options)
  const readLabels = createLabelReader(store)
  scope.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store')
    if (!hasSession(request)) return refuse(reply, NO_SESSION)
  })

  scope.get('/v1/notes', async () => {
    const toDay = dayOfHour(hourOf(now()))
    const fromDay = toDay - keepNotesDays + 1
    const [notes, cells, labels] = await Promise.all([
      store.readNotes(fromDay, toDay + 1),
      store.readCells(fromDay, toDay + 1),
      readLabels(),
    ])
    return { ...noteRows(notes, cells, { minGroup, labels }), keepNotesDays }
  })

  scope.delete<{ Params: { id: string } }>('/v1/notes/:id', async (request, reply) => {
    const { id } = request.params
    if (!UUID.test(id) || !(await store.deleteNote(id)))
      return refuse(reply, problem(404, 'no-note', 'This comment is gone already.'))
    return reply.code(204).send()
  })
}

/** What `GET /v1/notes` answers. */
export type Notes = ReturnType<typeof noteRows> & { keepNotesDays: number }
