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
  const records = [...batch.tallies, ...(batch.note ? [batch.note] : [])]
  return (
    <li data-testid="sent-batch">
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <strong>
            <time dateTime={new Date(batch.sentAt).toISOString()}>
              {momentWords(batch.sentAt, now(), locale.value)}
            </time>
          </strong>
          <span class="hint">
            {batch.note ? say('sentNote') : say('sentRecords', { count: batch.tallies.length })}
          </span>
        </summary>
        {isOpen && (
          <>
            <ul class="records">
              {records.map((record, at) => (
                <li key={record.uid} data-testid="sent-record">
                  <details>
                    <summary dir="auto">{batch.lines[at] ?? ''}</summary>
                    <pre dir="ltr">{JSON.stringify(record, undefined, 2)}</pre>
                  </details>
                </li>
              ))}
            </ul>
            <details class="raw" data-testid="sent-raw">
              <summary>{say('sentBody')}</summary>
              {batch.body === undefined ? (
                <p class="hint">{say('sentNoBody')}</p>
              ) : (
                <pre dir="ltr">{batch.body}</pre>
              )}
            </details>
          </>
        )}
      </details>
    </li>
  )
}
