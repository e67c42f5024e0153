import type { LifeSource } from '../../friction/observation.ts'
import type { Sensor } from './sensor.ts'
import { isEntryField } from './traits.ts'

/**
 * Reports the events that show a reaction where no element may change: a popover fires only
 * `toggle`, a checkbox only `input`, a drag over text only `selectionchange`.
 */
export function senseLife(sensor: Sensor) {
  const { clock, ears, isJudging, report } = sensor
  const live = (source: LifeSource, at = clock.now()) => {
    if (isJudging()) report({ type: 'alive', source, at })
  }

  ears.listen(['toggle'], () => live('toggle'))
  ears.listen(['play', 'pause', 'seeked', 'volumechange', 'ratechange'], () => live('media'))
  ears.listen(['fullscreenchange', 'pagehide', 'popstate', 'hashchange'], () => live('navigation'))
  ears.notice(['scroll'], ({ timeStamp }) => live('scroll', timeStamp))
  ears.listen(['input', 'change'], ({ timeStamp: at, type }, [field]) => {
    report({ type: 'edit', at })
    if (type === 'input') live('input', at)
    // A field that was typed into tells of it as it is left, which any press elsewhere makes it.
    else if (field === undefined || !isEntryField(field)) live('change', at)
  })
  ears.listen(['copy', 'cut', 'paste'], (event) => {
    report({ type: event.type === 'copy' ? 'copy' : 'edit', at: clock.now() })
    live('copy')
  })
  senseSelection(sensor, () => live('selection'))
  senseNavigation(sensor, () => live('navigation'))
}

/**
 * Every click moves the caret; only a range that comes or goes is somebody selecting. A busy page is told of it
 * late, and of a range that went again meanwhile never: so it is looked for after a
 * second or third click in one place, too. It is looked at while something was pressed only, as that costs a layout.
 */
function senseSelection(sensor: Sensor, selected: () => void) {
  const { ears, isJudging, signal, view } = sensor
  let hadRange = false
  let isStale = false

  const hasRange = () => view.document.getSelection()?.type === 'Range'
  const look = (isTold: boolean) => {
    const range = hasRange()
    if (range !== hadRange || (isTold && range)) selected()
    hadRange = range
  }
  ears.notice(['pointerdown'], () => {
    if (isStale) hadRange = hasRange()
    isStale = false
  })
  ears.notice(['click'], ({ detail }) => {
    if (detail > 1) look(false)
  })
  const told = sensor.guard(() => {
    if (isJudging()) look(true)
    else isStale = true
  })
  view.addEventListener('selectionchange', told, { capture: true, signal })
}

/** `navigate` also tells of downloads and of pages that take long to come; history is left alone. */
function senseNavigation(sensor: Sensor, navigated: () => void) {
  const { navigation } = sensor.view as Partial<Pick<typeof globalThis, 'navigation'>>
  for (const name of ['navigate', 'currententrychange'])
    navigation?.addEventListener(name, sensor.guard(navigated), { signal: sensor.signal })
}
