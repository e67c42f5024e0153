import type { OptionsModel } from './options-model.ts'
import { Section } from './section.tsx'
import { TextField } from './text-field.tsx'

/** Whom the help is for: department, pilot group, roles. */
export function About({ model }: { model: OptionsModel }) {
  const say = model.say.value
  return (
    <Section id="about" title={say('about')} hint={say('aboutHint')}>
      <TextField model={model} name="department" label={say('department')} hint={say('idHint')} />
      <TextField model={model} name="cohort" label={say('cohort')} hint={say('idHint')} />
      <TextField
        model={model}
        name="roles"
        kind="lines"
        label={say('roles')}
        hint={say('rolesHint')}
      />
      <TextField
        model={model}
        name="appBuilds"
        kind="lines"
        label={say('appBuilds')}
        hint={say('appBuildsHint')}
      />
      <TextField
        model={model}
        name="quietHours"
        kind="lines"
        label={say('quietHours')}
        hint={say('quietHoursHint')}
      />
    </Section>
  )
}
