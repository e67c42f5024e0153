import { DeleteWaiting } from './delete-waiting.tsx'
import type { OptionsModel } from './options-model.ts'
import { PauseAll } from './pause-all.tsx'
import { Queued } from './queued.tsx'
import { Section } from './section.tsx'
import { SentLog } from './sent-log.tsx'

/** What has left this browser, and what still waits to. */
export function Sent({ model }: { model: OptionsModel }) {
  const { records } = model
  const say = model.say.value
  return (
    <Section id="sent" title={say('sent')} hint={say('sentHint')}>
      <SentLog model={model} />
      <div class="actions">
        <button type="button" data-testid="sent-refresh" onClick={records.load}>
          {say('refresh')}
        </button>
      </div>
      <h3>{say('waitingTitle')}</h3>
      <Queued model={model} />
      <DeleteWaiting model={model} />
      <PauseAll model={model} />
    </Section>
  )
}
