import { ChoiceField } from './choice-field.tsx'
import type { OptionsModel } from './options-model.ts'
import { Section } from './section.tsx'

/** Whether a friction report may have a comment. */
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
    </Section>
  )
}
