import { useState } from 'preact/hooks'
import { deliveryWords } from '../page-kit/delivery-words.ts'
import { StandingNote } from '../page-kit/standing.tsx'
import type { OptionsModel } from './options-model.ts'
import { ReachNote } from './reach-note.tsx'
import { Section } from './section.tsx'
import { SwitchField } from './switch-field.tsx'
import { TextField } from './text-field.tsx'
import { TokenField } from './token-field.tsx'

/** Whether signals are sent, where to, and how often. */
export function Collector({ model }: { model: OptionsModel }) {
  const [isRefused, setRefused] = useState(false)
  const { form, access, records, now, locale } = model
  const say = model.say.value
  const delivery = records.delivery.value

  const consent = async (isOn: boolean) => {
    // The browser's own question comes straight from the press, where the browser has one.
    const isGranted = !isOn || (await access.askToSend().catch(() => false))
    setRefused(!isGranted)
    if (isGranted) form.edit('telemetry', isOn ? 'on' : 'off')
  }

  return (
    <Section id="collector" title={say('collector')} hint={say('collectorHint')}>
      <SwitchField
        model={model}
        name="telemetry"
        label={say('telemetryLabel')}
        values={['on', 'off']}
        hints={[say('consentSends'), say('consentNever')]}
        onChange={consent}
      />
      <p class="said" role="status">
        {isRefused ? say('consentRefused') : ''}
      </p>
      <TextField
        model={model}
        name="collectorUrl"
        kind="url"
        label={say('collectorUrl')}
        hint={say('collectorUrlHint')}
      />
      <ReachNote model={model} name="collectorUrl" />
      <TokenField model={model} />
      <TextField
        model={model}
        name="flushMinutes"
        kind="number"
        label={say('flushMinutes')}
        hint={say('flushMinutesHint')}
      />
      <TextField
        model={model}
        name="requestsPerFlush"
        kind="number"
        label={say('requestsPerFlush')}
        hint={say('requestsPerFlushHint')}
      />
      <TextField
        model={model}
        name="optionalSignals"
        kind="lines"
        label={say('optionalSignals')}
        hint={say('optionalSignalsHint')}
      />
      {delivery && (
        <StandingNote
          testId="delivery-state"
          standing={deliveryWords({
            delivery,
            policy: form.view.value?.effective ?? {},
            say,
            now: now(),
            locale: locale.value,
          })}
        />
      )}
    </Section>
  )
}
