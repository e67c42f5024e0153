import type { SettingsView, TabStatus } from '../messaging/protocol.ts'
import { channelWords } from '../page-kit/channel-words.ts'
import { deliveryWords } from '../page-kit/delivery-words.ts'
import { StandingNote } from '../page-kit/standing.tsx'
import type { PopupModel } from './popup-model.ts'
import { SyncNow } from './sync-now.tsx'

interface Props {
  model: PopupModel
  status: TabStatus
  settings: SettingsView
}

/** How records go out and guidance comes in; and a try at once, beside what needs it. */
export function Delivery({ model, status, settings }: Props) {
  const say = model.say.value
  const { delivery, channel } = status
  const now = model.now()
  const locale = model.locale.value
  const records = deliveryWords({ delivery, policy: settings.effective, say, now, locale })
  const guidance = channelWords(channel, say, now, locale)
  const isSendingDue = records.tone === 'problem' || delivery.state === 'waiting'
  return (
    <>
      <section aria-labelledby="delivery-title">
        <h2 id="delivery-title">{say('deliveryTitle')}</h2>
        <StandingNote testId="delivery-state" standing={records} />
        {isSendingDue && <SyncNow model={model} />}
      </section>
      <section aria-labelledby="channel-title">
        <h2 id="channel-title">{say('channelTitle')}</h2>
        <StandingNote testId="channel-state" standing={guidance} />
        {guidance.tone === 'problem' && !isSendingDue && <SyncNow model={model} />}
      </section>
    </>
  )
}
