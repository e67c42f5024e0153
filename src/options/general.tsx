import type { OptionsModel } from './options-model.ts'
import { Section } from './section.tsx'
import { SwitchField } from './switch-field.tsx'
import { TextField } from './text-field.tsx'

/** Whether Handrail is on at all, and in which language it speaks. */
export function General({ model }: { model: OptionsModel }) {
  const say = model.say.value
  return (
    <Section id="general" title={say('general')}>
      <SwitchField
        model={model}
        name="enabled"
        label={say('enabled')}
        values={['true', 'false']}
        hints={[say('enabledHint')]}
      />
      <TextField model={model} name="locale" label={say('locale')} hint={say('localeHint')} />
    </Section>
  )
}
