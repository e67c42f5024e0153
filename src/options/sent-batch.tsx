import { useState } from 'preact/hooks'
import type { SentBatch } from '../messaging/protocol.ts'
import { momentWords } from '../page-kit/moment.ts'
import type { OptionsModel } from './options-model.ts'

interface Props {
  batch: SentBatch
  model: OptionsModel
  isFirst: boolean
}

/** One batch: each record in words, and the record itself behind them. */
export function SentBatchItem({ batch, model, isFirst }: Props) {
  const [isOpen, setOpen] = useState(isFirst)
  const { now, locale } = model
  const say = model.say.value
  return (
    <li data-testid="sent-batch">
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <strong>
            <time dateTime={new Date(batch.sentAt).toISOString()}>
              {momentWords(batch.sentAt, now(), locale.value)}
            </time>
          </strong>
          <span class="hint">{say('sentRecords', { count: batch.tallies.length })}</span>
        </summary>
        {isOpen && (
          <ul class="records">
            {batch.tallies.map((tally, at) => (
              <li key={tally.uid} data-testid="sent-record">
                <details>
                  <summary>{batch.lines[at] ?? tally.kind}</summary>
                  <pre dir="ltr">{JSON.stringify(tally, undefined, 2)}</pre>
                </details>
              </li>
            ))}
          </ul>
        )}
      </details>
    </li>
  )
}
