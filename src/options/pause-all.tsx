import { momentWords } from '../page-kit/moment.ts'
import type { OptionsModel } from './options-model.ts'

const PAUSE_MINUTES = 60

/** Holds back everything, sending too. */
export function PauseAll({ model }: { model: OptionsModel }) {
  const { records, now, locale } = model
  const say = model.say.value
  const until = records.pausedUntil.value
  return (
    <>
      <p class="hint">{say('pauseHint')}</p>
      <div class="actions">
        <button
          type="button"
          data-testid="pause-all"
          onClick={() => records.pause(until === undefined ? PAUSE_MINUTES : 0)}
        >
          {say(until === undefined ? 'pause' : 'resume')}
        </button>
      </div>
      <p class="said" role="status" data-testid="paused-until">
        {until === undefined
          ? ''
          : say('pausedUntil', { time: momentWords(until, now(), locale.value) })}
      </p>
    </>
  )
}
