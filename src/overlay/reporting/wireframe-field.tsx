import type { TargetedEvent } from 'preact'
import type { WireframeBox } from '../../vocabulary/wireframe.ts'
import { GRID_PX, GRID_WIDTH } from '../../vocabulary/wireframe-grid.ts'
import { fromPerson } from '../press.ts'
import type { Say } from '../words.ts'

interface Props {
  say: Say
  /** What would be sent; `undefined` where it is not wanted. */
  drawn: WireframeBox[] | undefined
  onChoose: (isWanted: boolean) => void
}

/** The screen as grey boxes, shown before it is sent just as it is sent. */
export function WireframeField({ say, drawn, onChoose }: Props) {
  return (
    <div class="wireframe">
      <label>
        <input
          type="checkbox"
          data-testid="draw"
          checked={drawn !== undefined}
          onChange={fromPerson((event: TargetedEvent<HTMLInputElement>) =>
            onChoose(event.currentTarget.checked),
          )}
        />{' '}
        {say('drawScreen')}
      </label>
      {drawn?.length === 0 && <p class="hint">{say('drawNone')}</p>}
      {drawn && drawn.length > 0 && (
        <figure>
          <Boxes boxes={drawn} label={say('drawScreen')} />
          <figcaption class="hint">{say('drawAll')}</figcaption>
        </figure>
      )}
    </div>
  )
}

function Boxes({ boxes, label }: { boxes: readonly WireframeBox[]; label: string }) {
  const height = Math.max(...boxes.map((box) => box.y + box.height))
  return (
    <svg
      role="img"
      aria-label={label}
      data-testid="wireframe"
      viewBox={`0 0 ${GRID_WIDTH * GRID_PX} ${height * GRID_PX}`}
    >
      {boxes.map((box, at) => (
        <rect
          key={at}
          data-role={box.role}
          x={box.x * GRID_PX}
          y={box.y * GRID_PX}
          width={box.width * GRID_PX}
          height={box.height * GRID_PX}
          rx={box.role === 'button' || box.role === 'field' ? 10 : 2}
        />
      ))}
    </svg>
  )
}
