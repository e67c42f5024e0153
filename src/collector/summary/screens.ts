import { DICTIONARY, FRICTION_KINDS } from '../../vocabulary/dictionary.ts'
import type { Atom } from './atom.ts'
import { figureOf, per100 } from './figure.ts'
import type { Labels } from './labels.ts'
import { rowKey, type Suppressed } from './suppress.ts'

const KINDS: ReadonlySet<string> = new Set(FRICTION_KINDS)

/** Whether an atom counts against its screen: signals and reports. */
export function isFriction({ kind }: Atom): boolean {
  return KINDS.has(kind)
}

export type ScreenRow = ReturnType<typeof screenRows>[number]

/** One row a screen, the one that hurts most first. */
export function screenRows(atoms: Suppressed, labels: Labels) {
  const byScreen = new Map<string, Suppressed>()
  const put = (part: 'shown' | 'few', atom: Atom) => {
    if (atom.kind !== 'visit' && !isFriction(atom)) return
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
    const friction = figureOf(own, isFriction)
    const kinds = FRICTION_KINDS.map((kind) => {
      const figure = figureOf(own, (atom) => atom.kind === kind)
      return { kind, label: DICTIONARY[kind].label, figure, per100: per100(figure, visits) }
    })
    const title = labels.screen(app, id)
    return { app, id, title, visits, friction, per100: per100(friction, visits), kinds }
  })
  return rows.sort(
    (a, b) =>
      (b.per100 ?? -1) - (a.per100 ?? -1) ||
      b.friction.count - a.friction.count ||
      b.visits.count - a.visits.count ||
      a.title.localeCompare(b.title),
  )
}
