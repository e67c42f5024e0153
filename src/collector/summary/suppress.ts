import type { Atom } from './atom.ts'

/** CMS cell size policy: no cell of 1–10 people, direct or derivable. */
export const MIN_GROUP_DEFAULT = 11
/** Policy can raise the smallest group and lower it to this, no further. */
export const MIN_GROUP_FLOOR = 5

/** The smallest group that is shown; in a demonstration, whose people are made up, everybody. */
export function effectiveMinGroup(wanted: number, demo: boolean): number {
  if (demo) return 1
  return Number.isFinite(wanted) ? Math.max(MIN_GROUP_FLOOR, Math.ceil(wanted)) : MIN_GROUP_DEFAULT
}

/** A screen, a walkthrough, a survey or a task of one app, as a map key. */
export function rowKey({
  app,
  screen,
  walkthrough,
  survey,
  task,
}: Pick<Atom, 'app' | 'screen' | 'walkthrough' | 'survey' | 'task'>) {
  return JSON.stringify([app, screen, walkthrough, survey, task])
}

export interface Suppressed {
  /** Atoms of at least the smallest group, in rows that are shown. */
  shown: Atom[]
  /** Atoms of fewer people, in rows that are shown: that they exist may be told, not how many. */
  few: Atom[]
  /** Rows of which nothing may be told. */
  withheld: { screens: number; walkthroughs: number; surveys: number; tasks: number }
}

function isDenominator({ kind, outcome }: Atom): boolean {
  if (kind === 'survey') return outcome === 'asked'
  if (kind === 'walkthrough' || kind === 'task') return outcome === 'started'
  return kind === 'visit'
}

function rowKind({ walkthrough, survey, task }: Atom): keyof Suppressed['withheld'] {
  if (task !== '') return 'tasks'
  if (survey !== '') return 'surveys'
  return walkthrough !== '' ? 'walkthroughs' : 'screens'
}

/**
 * Takes small groups out. An atom needs `minGroup` clients of its own. A row (a screen, a
 * walkthrough, a survey, a task) is withheld whole where on no day so many people visited the screen,
 * started the walkthrough or the task, or were asked.
 */
export function suppress(atoms: readonly Atom[], minGroup: number): Suppressed {
  const large = new Set<string>()
  const small = new Set<string>()
  for (const atom of atoms)
    if (isDenominator(atom)) (atom.clients >= minGroup ? large : small).add(rowKey(atom))
  const isOpen = (atom: Atom) => {
    const key = rowKey(atom)
    if (large.has(key)) return true
    return !small.has(key) && atom.clients >= minGroup
  }
  const open = new Set(atoms.filter(isOpen).map(rowKey))
  const withheld = { screens: 0, walkthroughs: 0, surveys: 0, tasks: 0 }
  const result: Suppressed = { shown: [], few: [], withheld }
  const hidden = new Map<string, Atom>()
  for (const atom of atoms) {
    const isRowless =
      atom.screen === '' && atom.walkthrough === '' && atom.survey === '' && atom.task === ''
    if (!isRowless && !open.has(rowKey(atom))) hidden.set(rowKey(atom), atom)
    else (atom.clients >= minGroup ? result.shown : result.few).push(atom)
  }
  for (const atom of hidden.values()) withheld[rowKind(atom)] += 1
  return result
}
