import type { ComponentChildren } from 'preact'
import type { PolicyKey } from '../vocabulary/policy.ts'
import type { FieldFault } from './field-text.ts'
import type { OptionsModel } from './options-model.ts'
import type { SayOptions } from './words.ts'

/** What a control needs so that its label, hint, lock and fault are told with it. */
export interface ControlProps {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': 'true' | undefined
  'data-testid': string
}

interface Props {
  model: OptionsModel
  name: PolicyKey
  label: string
  hint?: string
  children: (control: ControlProps, isManaged: boolean) => ComponentChildren
}

/** One setting: its label, its control, what to know of it, and what is wrong with it. */
export function Field({ model, name, label, hint, children }: Props) {
  const { form } = model
  const say = model.say.value
  const id = `field-${name}`
  const isManaged = form.isManaged(name)
  const fault = form.faults.value[name]
  const described = [
    hint === undefined ? '' : `${id}-hint`,
    isManaged ? `${id}-lock` : '',
    fault === undefined ? '' : `${id}-fault`,
  ].filter(Boolean)
  return (
    <div class="field" data-managed={isManaged}>
      <label for={id}>{label}</label>
      {children(
        {
          id,
          'aria-describedby': described.join(' ') || undefined,
          'aria-invalid': fault === undefined ? undefined : 'true',
          'data-testid': id,
        },
        isManaged,
      )}
      <Fault id={id} fault={fault} say={say} />
      {isManaged && <Lock id={id} say={say} />}
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}

/** Says that the organisation sets this. */
export function Lock({ id, say }: { id: string; say: SayOptions }) {
  return (
    <p class="lock" id={`${id}-lock`} data-testid={`${id}-lock`}>
      {say('organisation')}
    </p>
  )
}

/** What is wrong with a field's text. */
export function Fault({ id, fault, say }: { id: string; fault?: FieldFault; say: SayOptions }) {
  if (fault === undefined) return null
  const { message, line } = fault
  return (
    <p class="fault" id={`${id}-fault`} data-testid={`${id}-fault`}>
      {line === undefined ? say('fault', { message }) : say('faultLine', { line, message })}
    </p>
  )
}
