import { signal } from '@preact/signals'
import type { Notes } from '../http/notes-routes.ts'
import { deleteNote, loadNotes } from './client.ts'

/** The comments and wireframes of the days that are kept, and the way to delete one. */
export function createNotesModel(fetcher: typeof fetch) {
  const notes = signal<Notes>()
  const failure = signal<string>()

  async function load(): Promise<void> {
    const answer = await loadNotes(fetcher)
    if (answer.type === 'value') notes.value = answer.value
    failure.value = answer.type === 'value' ? undefined : answer.message
  }

  return {
    notes,
    failure,
    load,
    async remove(id: string): Promise<void> {
      const answer = await deleteNote(id, fetcher)
      await load()
      if (answer.type !== 'value') failure.value = answer.message
    },
  }
}

export type NotesModel = ReturnType<typeof createNotesModel>
