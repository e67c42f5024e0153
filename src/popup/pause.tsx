import { useEffect, useRef } from 'preact/hooks'
import type { TabStatus } from '../messaging/protocol.ts'
import { momentWords } from '../page-kit/moment.ts'
import type { PopupModel } from './popup-model.ts'
import { minutesUntilTomorrow } from './until-tomorrow.ts'

const MINUTE_MS = 60_000

/** Pauses Handrail on every site, or ends the pause. */
export function Pause({ model, status }: { model: PopupModel; status: TabStatus }) {
  const say = model.say.value
  const now = model.now()
  const isPaused = status.state === 'paused' || (status.pausedUntil ?? 0) > now
  const untilTomorrow = minutesUntilTomorrow(now)
  const morning = now + untilTomorrow * MINUTE_MS
  const time = momentWords(morning, morning, model.locale.value)
  // The button that was pressed is gone then: its place must not be lost to the keyboard.
  const control = useRef<HTMLButtonElement>(null)
  const wasPaused = useRef(isPaused)
  useEffect(() => {
    if (wasPaused.current !== isPaused) control.current?.focus()
    wasPaused.current = isPaused
  }, [isPaused])
  const choices = [
    { id: 'pause-15', label: say('pause15'), minutes: 15 },
    { id: 'pause-60', label: say('pause60'), minutes: 60 },
    { id: 'pause-tomorrow', label: say('pauseTomorrow'), minutes: untilTomorrow },
  ]
  return (
    <section aria-labelledby="pause-title">
      <h2 id="pause-title">{say('pauseTitle')}</h2>
      {isPaused ? (
        <button
          type="button"
          class="primary wide"
          ref={control}
          data-testid="resume"
          onClick={() => model.pause(0)}
        >
          {say('resume')}
        </button>
      ) : (
        <>
          <fieldset class="choices" aria-labelledby="pause-title" aria-describedby="pause-hint">
            {choices.map(({ id, label, minutes }, at) => (
              <button
                key={id}
                ref={at === 0 ? control : undefined}
                type="button"
                data-testid={id}
                onClick={() => model.pause(minutes)}
              >
                {label}
              </button>
            ))}
          </fieldset>
          <p class="hint" id="pause-hint">
            {say('pauseHint', { time })}
          </p>
        </>
      )}
    </section>
  )
}
