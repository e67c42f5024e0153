import { type EventKind, entryOf, FRICTION_KINDS } from '../../vocabulary/dictionary.ts'
import type { Atom } from './atom.ts'
import { figureOf, per100 } from './figure.ts'
import type { Labels } from './labels.ts'
import { MEASURES, measuresOf } from './measures.ts'
import { pressesOf } from './presses.ts'
import { rowKey, type Suppressed } from './suppress.ts'

const KINDS: ReadonlySet<string> = new Set(FRICTION_KINDS)

/** Whether an atom counts against its screen: signals and reports. */
export function isFriction({ kind }: Atom): boolean {
  return KINDS.has(kind)
}

/** Signals of presses: measured against presses. */
export function isOfPresses({ kind }: Atom): boolean {
  return KINDS.has(kind) && entryOf(kind as EventKind).per === 'press'
}

const isOfScreen = (atom: Atom) =>
  atom.kind === 'visit' ||
  atom.kind === 'press' ||
  isFriction(atom) ||
  (MEASURES as readonly string[]).includes(atom.kind)

export type ScreenRow = ReturnType<typeof screenRows>[number]

/** One row a screen, the one that hurts most first. */
export function screenRows(atoms: Suppressed, labels: Labels) {
  const byScreen = new Map<string, Suppressed>()
  const put = (part: 'shown' | 'few', atom: Atom) => {
    if (!isOfScreen(atom)) return
    const key = rowKey(atom)
    const own = byScreen.get(key) ?? { ...atoms, shown: [], few: [] }
    own[part].push(atom)
    byScreen.set(key, own)
  }
  for (const atom of atoms.shown) put('shown', atom)
  for (const atom of atoms.few) put('few', atom)
  const rows = [...byScreen.values()].map((own) => {
    const { app = '', screen: id = '' } = own.shown[0] ?? own.few[0] ?? {}
    const visits = figureOf(own, ({ kind }) => kind === 'visit')
    const presses = pressesOf(own)
    const friction = figureOf(own, isFriction)
    const kinds = FRICTION_KINDS.map((kind) => {
      const figure = figureOf(own, (atom) => atom.kind === kind)
      const { label, per } = entryOf(kind)
      return {
        kind,
        label,
        figure,
        per100: per100(figure, visits),
        // Against presses too, where it is a signal of presses.
        per100Presses: per === 'press' ? per100(figure, presses) : null,
      }
    })
    const title = labels.screen(app, id)
    const rate = per100(friction, visits)
    const measures = measuresOf(own, visits)
    return { app, id, title, visits, presses, friction, per100: rate, kinds, measures }
  })
  return rows.sort(
    (a, b) =>
      (b.per100 ?? -1) - (a.per100 ?? -1) ||
      b.friction.count - a.friction.count ||
      b.visits.count - a.visits.count ||
      a.title.localeCompare(b.title),
  )
}
