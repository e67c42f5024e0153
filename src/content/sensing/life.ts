import type { LifeSource } from '../../friction/observation.ts'
import { listen, type Sensor } from './sensor.ts'

/**
 * Reports the events that show a reaction where no element may change: a popover fires only
 * `toggle`, a checkbox only `input`, a drag over text only `selectionchange`.
 */
export function senseLife(sensor: Sensor) {
  const { clock, report, view } = sensor
  const live = (source: LifeSource) => report({ type: 'alive', source, at: clock.now() })
  const prompt = () => report({ type: 'prompt', at: clock.now() })

  listen(sensor, ['toggle'], () => live('toggle'))
  listen(sensor, ['play', 'pause', 'seeked', 'volumechange', 'ratechange'], () => live('media'))
  listen(sensor, ['fullscreenchange', 'pagehide', 'popstate', 'hashchange'], () =>
    live('navigation'),
  )
  listen(sensor, ['scroll'], () => {
    prompt()
    live('scroll')
  })
  // What changes as the pointer or the focus moves changes because of the person.
  listen(sensor, ['pointerover', 'focusin', 'wheel'], prompt)
  listen(sensor, ['input', 'change'], (event) => {
    report({ type: 'edit', at: clock.now() })
    live(event.type === 'input' ? 'input' : 'change')
  })
  listen(sensor, ['copy', 'cut', 'paste'], (event) => {
    report({ type: event.type === 'copy' ? 'copy' : 'edit', at: clock.now() })
    live('copy')
  })
  listen(sensor, ['blur', 'focus'], (event) => {
    if (event.target === view) live('blur')
  })
  senseSelection(sensor, () => live('selection'))
  senseNavigation(sensor, () => live('navigation'))
  const turned = () => {
    live('blur')
    report({ type: view.document.visibilityState === 'hidden' ? 'away' : 'back', at: clock.now() })
  }
  view.document.addEventListener('visibilitychange', sensor.guard(turned), {
    signal: sensor.signal,
  })
}

/**
 * Every click moves the caret; only a range that comes or goes is somebody selecting. A busy page is told of it
 * late, and of a range that went again meanwhile never: so it is looked for whenever the pointer is let go, too.
 */
function senseSelection(sensor: Sensor, selected: () => void) {
  let hadRange = false
  const look = (isTold: boolean) => {
    const hasRange = sensor.view.document.getSelection()?.type === 'Range'
    if (hasRange !== hadRange || (isTold && hasRange)) selected()
    hadRange = hasRange
  }
  listen(sensor, ['pointerup'], () => look(false))
  const told = sensor.guard(() => look(true))
  sensor.view.addEventListener('selectionchange', told, { capture: true, signal: sensor.signal })
}

/** `navigate` also tells of downloads and of pages that take long to come; history is left alone. */
function senseNavigation(sensor: Sensor, navigated: () => void) {
  const { navigation } = sensor.view as Partial<Pick<typeof globalThis, 'navigation'>>
  for (const name of ['navigate', 'currententrychange'])
    navigation?.addEventListener(name, sensor.guard(navigated), { signal: sensor.signal })
}
