import type { OptionsModel } from './options-model.ts'

/** What waits, in words: so it will be sent, but for what is counted until then. */
export function Queued({ model }: { model: OptionsModel }) {
  const say = model.say.value
  const lines = model.records.queued.value
  if (lines.length === 0) return null
  return (
    <details class="queued" data-testid="queued">
      <summary>{say('queuedTitle')}</summary>
      <ul class="records">
        {lines.map((line) => (
          <li key={line} dir="auto" data-testid="queued-record">
            {line}
          </li>
        ))}
      </ul>
    </details>
  )
}
