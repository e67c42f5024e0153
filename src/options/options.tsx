import { Failure } from '../page-kit/failure.tsx'
import { About } from './about.tsx'
import { Channel } from './channel.tsx'
import { Collector } from './collector.tsx'
import { Comments } from './comments.tsx'
import { General } from './general.tsx'
import type { OptionsModel } from './options-model.ts'
import { Personal } from './personal.tsx'
import { SaveBar } from './save-bar.tsx'
import { Sent } from './sent.tsx'
import { Sites } from './sites.tsx'
import { Warnings } from './warnings.tsx'

const SECTIONS = [
  { id: 'general', title: 'general' },
  { id: 'sites', title: 'sites' },
  { id: 'collector', title: 'collector' },
  { id: 'channel', title: 'channel' },
  { id: 'about', title: 'about' },
  { id: 'personal', title: 'personal' },
  { id: 'comments', title: 'commentsTitle' },
  { id: 'sent', title: 'sent' },
] as const

/** The options page. */
export function Options({ model }: { model: OptionsModel }) {
  const { form } = model
  const say = model.say.value
  const isReady = form.view.value !== undefined
  return (
    <>
      <header class="top">
        <img src="/icons/handrail-48.png" alt="" width="28" height="28" />
        <h1>{say('title')}</h1>
      </header>
      <div class="columns">
        <nav aria-label={say('sections')}>
          <ul>
            {SECTIONS.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{say(title)}</a>
              </li>
            ))}
          </ul>
        </nav>
        <main>
          {form.failure.value !== undefined && (
            <Failure say={say} message={form.failure.value} onRetry={model.load} />
          )}
          {!isReady && form.failure.value === undefined && <p class="hint">{say('loading')}</p>}
          {isReady && (
            <>
              <Warnings model={model} />
              <General model={model} />
              <Sites model={model} />
              <Collector model={model} />
              <Channel model={model} />
              <About model={model} />
              <Personal model={model} />
              <Comments model={model} />
              <Sent model={model} />
              <SaveBar model={model} />
            </>
          )}
        </main>
      </div>
    </>
  )
}
