import { useState } from 'preact/hooks'
import { Field } from './field.tsx'
import type { OptionsModel } from './options-model.ts'

/** The collector's token: masked, and to be shown only by the one who has typed it. */
export function TokenField({ model }: { model: OptionsModel }) {
  const [isShown, setShown] = useState(false)
  const { form } = model
  const say = model.say.value
  const mask = isShown ? ({ type: 'text' } as const) : ({ type: 'password' } as const)
  return (
    <Field
      model={model}
      name="collectorToken"
      label={say('collectorToken')}
      hint={say('collectorTokenHint')}
    >
      {(control, isManaged) => (
        <div class="with-button">
          <input
            {...control}
            {...mask}
            dir="ltr"
            value={form.text('collectorToken')}
            readOnly={isManaged}
            spellcheck={false}
            autocomplete="off"
            onInput={(event) => form.edit('collectorToken', event.currentTarget.value)}
            onBlur={() => form.leave('collectorToken')}
          />
          {!isManaged && (
            <button
              type="button"
              aria-pressed={isShown}
              aria-label={say('revealToken')}
              data-testid="reveal-token"
              onClick={() => setShown(!isShown)}
            >
              {say('reveal')}
            </button>
          )}
        </div>
      )}
    </Field>
  )
}
