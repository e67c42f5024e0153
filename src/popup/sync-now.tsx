import type { PopupModel } from './popup-model.ts'

/** Sends what waits and fetches guidance, at once. */
export function SyncNow({ model }: { model: PopupModel }) {
  const say = model.say.value
  return (
    <button type="button" data-testid="sync-now" onClick={model.syncNow}>
      {model.isBusy.value ? say('working') : say('syncNow')}
    </button>
  )
}
