import type { SettingsView } from '../messaging/protocol.ts'
import { Switch } from '../page-kit/switch.tsx'
import type { PopupModel } from './popup-model.ts'

/** The person's say over signals; their organisation's, where it has one. */
export function Consent({ model, settings }: { model: PopupModel; settings: SettingsView }) {
  const say = model.say.value
  const isLocked = settings.managed.includes('telemetry')
  const isOn = settings.effective.telemetry === 'on'
  return (
    <section aria-labelledby="consent-title">
      <h2 id="consent-title">{say('consentTitle')}</h2>
      <details open={!isOn}>
        <summary>{say('consentWhat')}</summary>
        <div id="consent-words" class="consent-words">
          <p>{say('consentSends')}</p>
          <p>{say('consentNever')}</p>
        </div>
      </details>
      <Switch
        id="consent"
        label={say('consentLabel')}
        isOn={isOn}
        isLocked={isLocked}
        describedBy={isLocked ? 'consent-lock consent-words' : 'consent-words'}
        testId="consent"
        onChange={model.consent}
      />
      {isLocked && (
        <p class="lock" id="consent-lock" data-testid="consent-lock">
          {say('organisation')}
        </p>
      )}
    </section>
  )
}
