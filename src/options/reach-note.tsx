import { StandingNote } from '../page-kit/standing.tsx'
import type { OptionsModel } from './options-model.ts'
import type { Address } from './reach-model.ts'

/** Says that the browser does not let Handrail reach a server yet, and asks for it. */
export function ReachNote({ model, name }: { model: OptionsModel; name: Address }) {
  const { reach } = model
  const say = model.say.value
  const site = reach.missing.value[name]
  if (site === undefined) return null
  const refusal = reach.refusal.value
  const details =
    refusal === undefined
      ? []
      : [refusal === '' ? say('reachRefused') : say('siteAskFailed', { site, message: refusal })]
  return (
    <div class="field" data-testid={`reach-${name}`}>
      <StandingNote
        testId={`reach-${name}-words`}
        standing={{ tone: 'problem', text: say('reachNeeded', { site }), details }}
      />
      <div class="actions">
        <button
          type="button"
          aria-label={say('allowSite', { site })}
          data-testid={`reach-${name}-allow`}
          onClick={() => model.allowServer(site)}
        >
          {say('allow')}
        </button>
      </div>
    </div>
  )
}
