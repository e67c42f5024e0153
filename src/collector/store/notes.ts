import type { Note } from '../../vocabulary/note.ts'
import { readWireframe, type WireframeBox, writeWireframe } from '../../vocabulary/wireframe.ts'
import type { Queryable } from './database.ts'

/** A comment, a wireframe or both, as a researcher reads it. Its id is none that the client knows. */
export interface StoredNote {
  id: string
  day: number
  app: string
  screen: string
  target: string
  role: string
  region: string
  outcome: string
  severity: string
  often: string
  comment: string
  wireframe: WireframeBox[]
}

const ADD = `
  insert into notes (uid, day, app, pack_version, screen, target, role, region, outcome, severity, often,
    comment, wireframe)
  select uid, day, app, pack_version, screen, target, role, region, outcome, severity, often, comment, wireframe
  from jsonb_to_recordset($1::text::jsonb) as r(uid uuid, day integer, app text, pack_version bigint,
    screen text, target text, role text, region text, outcome text, severity text, often text, comment text,
    wireframe text)
  on conflict (uid) do nothing`

/** Stores each note once. */
export async function addNotes(source: Queryable, notes: readonly Note[]): Promise<void> {
  if (notes.length === 0) return
  const rows = notes.map((note) => ({
    uid: note.uid,
    day: note.day,
    app: note.app ?? '',
    pack_version: note.packVersion ?? 0,
    screen: note.screen,
    target: note.target ?? '',
    role: note.role ?? '',
    region: note.region ?? '',
    outcome: note.outcome,
    severity: note.severity ?? '',
    often: note.often ?? '',
    comment: note.comment ?? '',
    wireframe: note.wireframe === undefined ? '' : writeWireframe(note.wireframe),
  }))
  await source.query(ADD, [JSON.stringify(rows)])
}

/** Notes of the UTC days `fromDay` to `toDay`, the newest day first, within a day in no order of time. */
export async function readNotes(
  source: Queryable,
  fromDay: number,
  toDay: number,
): Promise<StoredNote[]> {
  const rows = await source.query(
    `select id::text as id, day, app, screen, target, role, region, outcome, severity, often, comment, wireframe
     from notes where day between $1::integer and $2::integer order by day desc, id`,
    [fromDay, toDay],
  )
  return rows.map((row) => ({
    id: String(row.id),
    day: Number(row.day),
    app: String(row.app),
    screen: String(row.screen),
    target: String(row.target),
    role: String(row.role),
    region: String(row.region),
    outcome: String(row.outcome),
    severity: String(row.severity),
    often: String(row.often),
    comment: String(row.comment),
    wireframe: readWireframe(row.wireframe) ?? [],
  }))
}

/** Deletes a note; whether there was one. */
export async function deleteNote(source: Queryable, id: string): Promise<boolean> {
  const rows = await source.query('delete from notes where id = $1::uuid returning id', [id])
  return rows.length > 0
}

/** Forgets the uids of notes of days before `day`: no client sends those again. */
export async function forgetNoteUids(source: Queryable, day: number): Promise<void> {
  await source.query('update notes set uid = null where day < $1::integer and uid is not null', [
    day,
  ])
}

/** Deletes notes of days before `day`. */
export async function dropNotesBefore(source: Queryable, day: number): Promise<void> {
  await source.query('delete from notes where day < $1::integer', [day])
}
