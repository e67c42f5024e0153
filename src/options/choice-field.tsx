import type { PolicyKey } from '../vocabulary/policy.ts'
import { Field } from './field.tsx'
import type { OptionsModel } from './options-model.ts'

interface Props {
  model: OptionsModel
  name: PolicyKey
  label: string
  hint: string
  choices: readonly { value: string; label: string }[]
}

/** A setting that is one of a few. */
export function ChoiceField({ model, name, label, hint, choices }: Props) {
  const { form } = model
  return (
    <Field model={model} name={name} label={label} hint={hint}>
      {(control, isManaged) => (
        <select
          {...control}
          value={form.text(name)}
          disabled={isManaged}
          onChange={(event) => form.edit(name, event.currentTarget.value)}
          onBlur={() => form.leave(name)}
        >
          {choices.map(({ value, label: words }) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
