import { useEffect, useRef } from 'preact/hooks'
import type { SettingsView, TabStatus } from '../messaging/protocol.ts'
import type { PopupModel } from './popup-model.ts'
import { reasonWords } from './state-words.ts'

interface Props {
  model: PopupModel
  status: TabStatus
  settings: SettingsView
}

/** What is on for this site and why, and the way to allow it. */
export function Site({ model, status, settings }: Props) {
  const { now, locale } = model
  const say = model.say.value
  const { state, url, packs, origins } = status
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(state)
  useEffect(() => {
    // The button that changed the state may be gone: the keyboard goes on from what came of it.
    if (before.current !== state && document.activeElement === document.body)
      heading.current?.focus()
    before.current = state
  }, [state])
  return (
    <section class={`site ${state}`} aria-labelledby="site-title" data-testid="site">
      <p class="host">{hostOf(url) ?? say('thisPage')}</p>
      <h2
        id="site-title"
        ref={heading}
        tabIndex={-1}
        class="state"
        data-testid="site-state"
        data-state={state}
      >
        <span class="dot" aria-hidden="true" />
        {say(state)}
      </h2>
      <p class="reason">
        {reasonWords({ status, settings, say, now: now(), locale: locale.value })}
      </p>
      {packs.length > 0 && (
        <ul class="packs" data-testid="packs">
          {packs.map(({ id, name, version }) => (
            <li key={id}>
              <strong>{name}</strong> <span class="hint">{say('version', { version })}</span>
            </li>
          ))}
        </ul>
      )}
      {state === 'on' && status.telemetry && settings.effective.flagMode === 'on' && (
        <button type="button" class="wide" data-testid="flag" onClick={model.flag}>
          {say('flag')}
        </button>
      )}
      {state === 'on' && (
        <button type="button" class="wide" data-testid="open-help" onClick={model.openHelp}>
          {model.keys.value === ''
            ? say('openHelp')
            : say('openHelpBy', { keys: model.keys.value })}
        </button>
      )}
      {state === 'on' && (
        <button type="button" class="wide" data-testid="at-side" onClick={model.followAtSide}>
          {say('atSide')}
        </button>
      )}
      {state === 'needs-access' && (
        <>
          <button type="button" class="primary wide" data-testid="allow-site" onClick={model.allow}>
            {say('allow')}
          </button>
          <p class="hint origins">{say('asksFor', { origins: origins.join(', ') })}</p>
        </>
      )}
    </section>
  )
}

function hostOf(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined
  return new URL(url).host || undefined
}
