import type { OptionsModel } from './options-model.ts'

/** Settings that have a value and are not used, because it does not fit. */
export function Warnings({ model }: { model: OptionsModel }) {
  const { form } = model
  const say = model.say.value
  // A refused setting that the person has just typed is told beside its field.
  const warnings = (form.view.value?.warnings ?? []).filter(
    ({ key }) => !Object.hasOwn(form.faults.value, key),
  )
  if (warnings.length === 0) return null
  return (
    <section class="banner problem" aria-labelledby="warnings-title" data-testid="warnings">
      <h2 id="warnings-title">{say('warningsTitle')}</h2>
      <p>{say('warningsHint')}</p>
      <ul>
        {warnings.map(({ key, message }) => (
          <li key={key} data-key={key}>
            {key === '' ? message : say('warning', { key, message })}
          </li>
        ))}
      </ul>
    </section>
  )
}
