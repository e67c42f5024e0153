import type { Summary } from '../summary/summary.ts'
import { plural } from './format.ts'

/** How much is withheld, and why. */
export function WithheldNote({ summary }: { summary: Summary }) {
  const { minGroup, withheld } = summary
  const rows = [
    withheld.screens > 0 ? plural(withheld.screens, 'screen') : '',
    withheld.walkthroughs > 0 ? plural(withheld.walkthroughs, 'walkthrough') : '',
    withheld.tasks > 0 ? plural(withheld.tasks, 'task') : '',
    withheld.surveys > 0 ? plural(withheld.surveys, 'survey') : '',
  ].filter((text) => text !== '')
  if (rows.length === 0 && withheld.figures === 0) return null
  return (
    <aside class="withheld" aria-label="Withheld figures" data-testid="withheld">
      {rows.length > 0 && (
        <p>
          <strong>{rows.join(', ')} withheld:</strong> on no day did at least {minGroup} people use
          them. Totals leave them out too.
        </p>
      )}
      {withheld.figures > 0 && (
        <p>
          <strong>few</strong> stands for fewer than {minGroup} people on a day, and{' '}
          <strong>≥</strong> for a number that leaves such days out. So nobody can be singled out.
        </p>
      )}
    </aside>
  )
}
