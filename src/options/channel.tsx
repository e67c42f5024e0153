import { channelWords } from '../page-kit/channel-words.ts'
import { StandingNote } from '../page-kit/standing.tsx'
import type { OptionsModel } from './options-model.ts'
import { ReachNote } from './reach-note.tsx'
import { Section } from './section.tsx'
import { TextField } from './text-field.tsx'

/** Where guidance comes from, whom to trust for it, and how that stands. */
export function Channel({ model }: { model: OptionsModel }) {
  const { form, records, now, locale } = model
  const say = model.say.value
  const channel = records.channel.value
  const isUnsaved = form.dirty.value.some((key) => key === 'channelUrl' || key === 'trustedKeys')
  return (
    <Section id="channel" title={say('channel')} hint={say('channelHint')}>
      <TextField
        model={model}
        name="channelUrl"
        kind="url"
        label={say('channelUrl')}
        hint={say('channelUrlHint')}
      />
      <ReachNote model={model} name="channelUrl" />
      <TextField
        model={model}
        name="trustedKeys"
        kind="lines"
        label={say('trustedKeys')}
        hint={say('trustedKeysHint')}
      />
      {channel && (
        <StandingNote
          testId="channel-state"
          standing={channelWords(channel, say, now(), locale.value)}
        />
      )}
      {channel?.leftOut && (
        <div data-testid="left-out">
          <p>{say('leftOut')}</p>
          <ul>
            {channel.leftOut.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
      <div class="actions">
        <button type="button" data-testid="sync-now" onClick={records.syncNow}>
          {records.isChecking.value ? say('working') : say('checkNow')}
        </button>
        <p class="said" role="status">
          {records.checks.value > 0 && !records.isChecking.value ? say('checkedSaid') : ''}
        </p>
      </div>
      {isUnsaved && <p class="hint">{say('checkSaved')}</p>}
    </Section>
  )
}
