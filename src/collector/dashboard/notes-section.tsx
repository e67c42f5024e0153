import { useEffect, useState } from 'preact/hooks'
import { GRID_PX, GRID_WIDTH } from '../../vocabulary/wireframe-grid.ts'
import type { NoteRow } from '../summary/notes.ts'
import { dayText, plural } from './format.ts'
import type { NotesModel } from './notes-model.ts'

/** A screen as grey boxes, drawn from numbers and roles. */
function Drawing({ note }: { note: NoteRow }) {
  const { wireframe } = note
  if (wireframe.length === 0) return null
  const height = Math.max(...wireframe.map((box) => box.y + box.height))
  return (
    <svg
      class="drawing"
      role="img"
      aria-label={`${note.screenTitle} as ${plural(wireframe.length, 'grey box', 'grey boxes')}`}
      data-testid="note-drawing"
      viewBox={`0 0 ${GRID_WIDTH * GRID_PX} ${height * GRID_PX}`}
    >
      {wireframe.map((box, at) => (
        <rect
          key={`${at} ${box.role}`}
          x={box.x * GRID_PX}
          y={box.y * GRID_PX}
          width={box.width * GRID_PX}
          height={box.height * GRID_PX}
        >
          <title>{box.role}</title>
        </rect>
      ))}
    </svg>
  )
}

function Note({ note, onDelete }: { note: NoteRow; onDelete: () => void }) {
  const [isAsking, setAsking] = useState(false)
  const about = note.target !== '' ? note.targetTitle : note.role === '' ? '' : `a ${note.role}`
  const facts = [note.reason, note.severity, note.often].filter((fact) => fact !== '')
  return (
    <li class="said" data-testid="note" data-screen={note.screen}>
      <p>
        <strong>{note.screenTitle}</strong>
        {about !== '' && <> · {about}</>} <span class="quiet">{dayText(note.day)}</span>
      </p>
      <p class="quiet">{facts.join(' · ')}</p>
      {note.comment !== '' && (
        <blockquote dir="auto" data-testid="note-comment">
          {note.comment}
        </blockquote>
      )}
      <Drawing note={note} />
      {isAsking ? (
        <p class="asking">
          Delete it for good?{' '}
          <button type="button" data-testid="note-delete-yes" onClick={onDelete}>
            Delete
          </button>{' '}
          <button type="button" onClick={() => setAsking(false)}>
            Keep
          </button>
        </p>
      ) : (
        <button type="button" data-testid="note-delete" onClick={() => setAsking(true)}>
          Delete
        </button>
      )}
    </li>
  )
}

/** What people have written, and how their screens are built. */
export function NotesSection({ model, asOf }: { model: NotesModel; asOf: number }) {
  useEffect(() => void model.load(), [asOf])
  const notes = model.notes.value
  const failure = model.failure.value
  return (
    <section class="card" aria-labelledby="notes">
      <h2 id="notes">In their own words</h2>
      <p class="about">
        Comments and screens as grey boxes, where the policy allows them. Each was checked in the
        browser for what looks like data of a patient. They carry a day, and neither department nor
        pilot group.{' '}
        {notes && `They are kept for ${plural(notes.keepNotesDays, 'day')}, and can be deleted.`}
      </p>
      {failure !== undefined && (
        <p class="quiet" role="alert">
          {failure}
        </p>
      )}
      {notes?.notes.length === 0 && <p class="quiet">Nobody has written anything.</p>}
      {notes && notes.withheld > 0 && (
        <p class="quiet" data-testid="notes-withheld">
          {plural(notes.withheld, 'more is', 'more are')} of screens that too few people use to be
          shown.
        </p>
      )}
      <ul class="notes">
        {notes?.notes.map((note) => (
          <Note key={note.id} note={note} onDelete={() => void model.remove(note.id)} />
        ))}
      </ul>
    </section>
  )
}
