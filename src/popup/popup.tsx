import { Failure } from '../page-kit/failure.tsx'
import { Consent } from './consent.tsx'
import { Delivery } from './delivery.tsx'
import { Pause } from './pause.tsx'
import type { PopupModel } from './popup-model.ts'
import { Site } from './site.tsx'

const OPTIONS_PAGE = '../options/index.html'
const READER_PAGE = '../reader/index.html'

/** The popup: how things stand for this tab, and the few things to do about it. */
export function Popup({ model }: { model: PopupModel }) {
  const { status, settings, failure, said } = model
  const say = model.say.value
  return (
    <>
      <header class="top">
        <img src="/icons/handrail-32.png" alt="" width="20" height="20" />
        <h1>{say('title')}</h1>
      </header>
      <main>
        {failure.value !== undefined && (
          <Failure say={say} message={failure.value} onRetry={model.load} />
        )}
        {status.value && settings.value ? (
          <>
            <Site model={model} status={status.value} settings={settings.value} />
            <p class="said" role="status" data-testid="said">
              {said.value}
            </p>
            {status.value.state !== 'disabled' && <Pause model={model} status={status.value} />}
            <Consent model={model} settings={settings.value} />
            <Delivery model={model} status={status.value} settings={settings.value} />
          </>
        ) : (
          failure.value === undefined && <p class="hint">{say('loading')}</p>
        )}
      </main>
      <footer class="links">
        <a href={READER_PAGE} target="_blank" rel="noreferrer" data-testid="open-reader">
          {say('toRead')}
        </a>
        <a href={OPTIONS_PAGE} target="_blank" rel="noreferrer" data-testid="open-options">
          {say('options')}
        </a>
        <a href={`${OPTIONS_PAGE}#sent`} target="_blank" rel="noreferrer" data-testid="open-sent">
          {say('sentLog')}
        </a>
      </footer>
    </>
  )
}
