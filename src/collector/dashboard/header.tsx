import { dayText } from './format.ts'
import { DAY_CHOICES, type Model } from './model.ts'

function choiceLabel(days: number): string {
  return days === 1 ? 'Today' : `${days} days`
}

function DaysChoice({ model }: { model: Model }) {
  return (
    <fieldset class="days" data-testid="days">
      <legend class="unseen">Days shown</legend>
      {DAY_CHOICES.map((days) => (
        <label key={days}>
          <input
            type="radio"
            name="days"
            value={days}
            checked={model.days.value === days}
            onChange={() => model.chooseDays(days)}
          />
          <span>{choiceLabel(days)}</span>
        </label>
      ))}
    </fieldset>
  )
}

function Freshness({ model }: { model: Model }) {
  const summary = model.summary.value
  if (summary === undefined) return null
  const { from, to } = summary
  const range = from === to ? dayText(to) : `${dayText(from)} – ${dayText(to)}`
  const time = new Date(summary.generatedAt).toLocaleTimeString('en-GB')
  return (
    <p class="freshness">
      {range} · updated {time}
    </p>
  )
}

/** Name, window and time of the figures. */
export function Header({ model }: { model: Model }) {
  const isOpen = model.phase.value.type !== 'no-session'
  return (
    <header>
      <div class="brand">
        <svg viewBox="0 0 32 32" width="36" height="36" aria-hidden="true">
          <rect width="32" height="32" rx="8" class="mark-ground" />
          <path d="M6 12h20" class="mark-rail" />
          <path d="M10 12v11M22 12v11" class="mark-post" />
        </svg>
        <div>
          <h1>Handrail</h1>
          <p>Where the software hurts, and whether help helps</p>
        </div>
      </div>
      {isOpen && (
        <div class="controls">
          <DaysChoice model={model} />
          <Freshness model={model} />
        </div>
      )}
    </header>
  )
}
