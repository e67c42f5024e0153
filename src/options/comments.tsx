import { ChoiceField } from './choice-field.tsx'
import type { OptionsModel } from './options-model.ts'
import { Section } from './section.tsx'
import { SwitchField } from './switch-field.tsx'

/** What a friction report may hold beside its closed answers, and who may flag. */
export function Comments({ model }: { model: OptionsModel }) {
  const say = model.say.value
  return (
    <Section id="comments" title={say('commentsTitle')}>
      <ChoiceField
        model={model}
        name="comments"
        label={say('comments')}
        hint={say('commentsHint')}
        choices={[
          { value: 'off', label: say('commentsOff') },
          { value: 'checked', label: say('commentsChecked') },
        ]}
      />
      {(['wireframes', 'flagMode'] as const).map((name) => (
        <SwitchField
          key={name}
          model={model}
          name={name}
          label={say(name)}
          values={['on', 'off']}
          hints={[say(`${name}Hint`)]}
        />
      ))}
    </Section>
  )
}
