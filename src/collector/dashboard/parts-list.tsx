import type { Figure } from '../summary/figure.ts'
import { figureText } from './format.ts'

/** What a figure is made of, as far as any of it was counted. */
export function PartsList({
  parts,
}: {
  parts: { outcome: string; label: string; figure: Figure }[]
}) {
  return (
    <ul class="kinds">
      {parts
        .filter(({ figure }) => figure.count > 0 || figure.few)
        .map(({ outcome, label, figure }) => (
          <li key={outcome}>
            {label} <b>{figureText(figure)}</b>
          </li>
        ))}
    </ul>
  )
}
