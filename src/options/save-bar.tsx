import { useEffect } from 'preact/hooks'
import type { OptionsModel } from './options-model.ts'
import type { SaveOutcome } from './settings-form.ts'
import type { SayOptions } from './words.ts'

/** Says whether something is unsaved, saves it or takes it back, and says what came of that. */
export function SaveBar({ model }: { model: OptionsModel }) {
  const { form, unsaved } = model
  const say = model.say.value
  const outcome = form.outcome.value
  useEffect(() => {
    if (outcome?.kind === 'partly' || outcome?.kind === 'refused')
      document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [outcome])
  return (
    <div class="save-bar" data-unsaved={unsaved.value > 0}>
      <div class="save-words">
        <p class="unsaved" data-testid="unsaved">
          {unsaved.value > 0 ? say('unsaved', { count: unsaved.value }) : say('noChanges')}
        </p>
        <p
          class={
            outcome && outcome.kind !== 'saved' && outcome.kind !== 'nothing' ? 'fault' : 'said'
          }
          role="status"
          data-testid="save-status"
        >
          {outcome ? outcomeWords(outcome, say) : ''}
        </p>
      </div>
      {unsaved.value > 0 && (
        <button type="button" class="quiet" data-testid="discard" onClick={model.discard}>
          {say('discard')}
        </button>
      )}
      <button type="button" class="primary" data-testid="save" onClick={model.save}>
        {form.isSaving.value ? say('saving') : say('save')}
      </button>
    </div>
  )
}

function outcomeWords(outcome: SaveOutcome, say: SayOptions): string {
  switch (outcome.kind) {
    case 'saved':
      return say('savedAll')
    case 'partly':
      return say('savedSome', { count: outcome.refused })
    case 'refused':
      return say('savedNone', { count: outcome.refused })
    case 'nothing':
      return say('savedNothing')
    case 'failed':
      return say('saveFailed', { message: outcome.message })
  }
}
