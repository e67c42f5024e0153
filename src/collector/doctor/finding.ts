/** What one look has found: 'bad' is to be mended, 'watch' may become so. */
export interface Finding {
  state: 'good' | 'watch' | 'bad'
  /** What was looked at: 'database', 'disk'. */
  about: string
  /** What is so, and where it is not good, how to mend it. */
  says: string
}

const of =
  (state: Finding['state']) =>
  (about: string, says: string): Finding => ({ state, about, says })

export const good = of('good')
export const watch = of('watch')
export const bad = of('bad')

/** A finding as a line of a terminal. */
export function lineOf({ state, about, says }: Finding): string {
  return `${state.padEnd(5)} ${about}: ${says}`
}

/** Why something failed, without the values that a message may quote. */
export function whyOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code !== '') return code
  return error instanceof Error ? error.message : String(error)
}
