import type { PolicyKey } from '../vocabulary/policy.ts'
import { Field } from './field.tsx'
import type { OptionsModel } from './options-model.ts'

interface Props {
  model: OptionsModel
  name: PolicyKey
  label: string
  hint?: string
  /** `lines`: one item to a line. `number`: short, with a keypad where there is one. */
  kind?: 'text' | 'url' | 'number' | 'lines'
}

const INPUT_MODES = { text: 'text', url: 'url', number: 'decimal', lines: 'text' } as const

/** A setting that is typed. */
export function TextField({ model, name, label, hint, kind = 'text' }: Props) {
  const { form } = model
  return (
    <Field model={model} name={name} label={label} hint={hint}>
      {(control, isManaged) => {
        const shared = {
          ...control,
          value: form.text(name),
          readOnly: isManaged,
          spellcheck: false,
          autocomplete: 'off' as const,
          onBlur: () => form.leave(name),
        }
        return kind === 'lines' ? (
          <textarea
            {...shared}
            dir="ltr"
            rows={3}
            onInput={(event) => form.edit(name, event.currentTarget.value)}
          />
        ) : (
          <input
            {...shared}
            type="text"
            class={kind}
            dir={kind === 'url' ? 'ltr' : undefined}
            inputMode={INPUT_MODES[kind]}
            onInput={(event) => form.edit(name, event.currentTarget.value)}
          />
        )
      }}
    </Field>
  )
}
