import { expect, test } from 'vitest'
import { createNotesModel } from './notes-model.ts'

const notes = { notes: [{ id: 'a' }], withheld: 0, keepNotesDays: 180 }

function open(...answers: (() => Response)[]) {
  const asked: string[] = []
  const model = createNotesModel(async (input, init) => {
    asked.push(`${init?.method ?? 'GET'} ${String(input)}`)
    const answer = answers.shift()
    if (!answer) throw new TypeError('fetch failed')
    return answer()
  })
  return { model, asked }
}

test('a note is deleted, and what is left is read again', async () => {
  const { model, asked } = open(
    () => Response.json(notes),
    () => new Response(null, { status: 204 }),
    () => Response.json({ ...notes, notes: [] }),
  )
  await model.load()
  await model.remove('a')
  expect(asked).toEqual(['GET /v1/notes', 'DELETE /v1/notes/a', 'GET /v1/notes'])
  expect(model.notes.value?.notes).toEqual([])
  expect(model.failure.value).toBeUndefined()
})

test('where one can’t be deleted or read, it says so, and earlier ones stay', async () => {
  const { model } = open(
    () => Response.json(notes),
    () => Response.json({ message: 'This comment is gone already.' }, { status: 404 }),
    () => Response.json(notes),
  )
  await model.load()
  await model.remove('b')
  expect(model.failure.value).toBe('This comment is gone already.')
  await model.load()
  expect(model.failure.value).toContain('does not answer')
  expect(model.notes.value?.notes).toHaveLength(1)
})
