import type { OptionsModel } from './options-model.ts'
import { Section } from './section.tsx'

/** Takes back what the person has changed for themselves. */
export function Personal({ model }: { model: OptionsModel }) {
  const say = model.say.value
  const { outcome, reset } = model.personal
  const done = outcome.value
  return (
    <Section id="personal" title={say('personal')} hint={say('personalHint')}>
      <button type="button" data-testid="reset-personal" onClick={() => void reset()}>
        {say('personalReset')}
      </button>
      <p class="said" role="status" data-testid="personal-said">
        {done === undefined
          ? ''
          : done.isDone
            ? say('personalDone')
            : say('failed', { message: done.message })}
      </p>
    </Section>
  )
}
