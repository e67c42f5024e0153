import { Switch } from '../page-kit/switch.tsx'
import type { PolicyKey } from '../vocabulary/policy.ts'
import { Fault, Lock } from './field.tsx'
import type { OptionsModel } from './options-model.ts'

interface Props {
  model: OptionsModel
  name: PolicyKey
  label: string
  /** The texts that the setting has for on and off. */
  values: readonly [on: string, off: string]
  /** Each is a paragraph. */
  hints: readonly string[]
  onChange?: (isOn: boolean) => void
}

/** A setting that is on or off. */
export function SwitchField({ model, name, label, values, hints, onChange }: Props) {
  const { form } = model
  const say = model.say.value
  const id = `field-${name}`
  const isManaged = form.isManaged(name)
  const fault = form.faults.value[name]
  const described = [
    `${id}-hint`,
    isManaged ? `${id}-lock` : '',
    fault === undefined ? '' : `${id}-fault`,
  ].filter(Boolean)
  const [on, off] = values
  return (
    <div class="field" data-managed={isManaged}>
      <Switch
        id={id}
        label={label}
        isOn={form.text(name) === on}
        isLocked={isManaged}
        describedBy={described.join(' ')}
        testId={id}
        onChange={onChange ?? ((isOn) => form.edit(name, isOn ? on : off))}
      />
      <Fault id={id} fault={fault} say={say} />
      {isManaged && <Lock id={id} say={say} />}
      <div class="hint" id={`${id}-hint`}>
        {hints.map((hint) => (
          <p key={hint}>{hint}</p>
        ))}
      </div>
    </div>
  )
}
