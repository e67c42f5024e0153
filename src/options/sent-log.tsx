import { useState } from 'preact/hooks'
import type { OptionsModel } from './options-model.ts'
import { SentBatchItem } from './sent-batch.tsx'

/** Batches that are shown before the person asks for older ones. */
const BATCHES_SHOWN = 10

/** What was sent, newest first. */
export function SentLog({ model }: { model: OptionsModel }) {
  const [shown, setShown] = useState(BATCHES_SHOWN)
  const { log, logFailure } = model.records
  const say = model.say.value
  if (logFailure.value !== undefined)
    return (
      <p class="fault" role="alert" data-testid="sent-failure">
        {say('sentFailed', { message: logFailure.value })}
      </p>
    )
  if (log.value === undefined) return null
  if (log.value.length === 0)
    return (
      <p class="empty" data-testid="sent-empty">
        {say('sentEmpty')}
      </p>
    )
  const batches = log.value.toSorted((one, other) => other.sentAt - one.sentAt)
  const older = batches.length - shown
  return (
    <>
      <ol class="batches" data-testid="sent-log">
        {batches.slice(0, shown).map((batch, at) => (
          <SentBatchItem
            key={batch.tallies[0]?.uid ?? batch.note?.uid ?? batch.sentAt}
            batch={batch}
            model={model}
            isFirst={at === 0}
          />
        ))}
      </ol>
      {older > 0 && (
        <button type="button" data-testid="sent-older" onClick={() => setShown(shown * 4)}>
          {say('sentOlder', { count: older })}
        </button>
      )}
    </>
  )
}
