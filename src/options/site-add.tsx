import { Fault } from './field.tsx'
import type { OptionsModel } from './options-model.ts'

const ID = 'field-sites'

/** The field for one more site. Enter adds it, like the button. */
export function SiteAdd({ model }: { model: OptionsModel }) {
  const { form, sites } = model
  const say = model.say.value
  const typed = sites.fault.value
  const fault = typed === 'twice' ? undefined : (typed ?? form.faults.value.sites)
  const isFaulty = typed === 'twice' || fault !== undefined
  return (
    <div class="field">
      <label for={ID}>{say('siteAdd')}</label>
      <div class="with-button">
        <input
          id={ID}
          type="text"
          dir="ltr"
          inputMode="url"
          spellcheck={false}
          autocomplete="off"
          value={sites.typed.value}
          aria-describedby={isFaulty ? `${ID}-hint ${ID}-fault` : `${ID}-hint`}
          aria-invalid={isFaulty ? 'true' : undefined}
          data-testid={ID}
          onInput={(event) => sites.type(event.currentTarget.value)}
          onBlur={sites.leave}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.isComposing) return
            event.preventDefault()
            void sites.add()
          }}
        />
        <button type="button" data-testid="site-add" onClick={sites.add}>
          {say('add')}
        </button>
      </div>
      {typed === 'twice' ? (
        <p class="fault" id={`${ID}-fault`} data-testid={`${ID}-fault`}>
          {say('siteTwice')}
        </p>
      ) : (
        <Fault id={ID} fault={fault} say={say} />
      )}
      <p class="hint" id={`${ID}-hint`}>
        {say('siteAddHint')}
      </p>
    </div>
  )
}
