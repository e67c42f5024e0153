import type { Sensor } from './sensor.ts'

/**
 * Reports that style sheets have other rules than at the press: what a script inserts there changes how the page
 * looks and no element. Rules are counted, not read.
 */
export function senseSheets({ isAwaitingLife, report, view }: Sensor) {
  /** Of another site, which no page may look into. */
  const closed = new WeakSet<CSSStyleSheet>()
  let atPress = 0
  let pressedAt = 0

  function rulesOf(sheet: CSSStyleSheet): number {
    if (sheet.disabled || closed.has(sheet)) return 0
    try {
      return 1 + sheet.cssRules.length
    } catch {
      closed.add(sheet)
      return 0
    }
  }

  function count(): number {
    const { adoptedStyleSheets = [], styleSheets } = view.document
    let rules = 0
    for (let index = 0; index < styleSheets.length; index++)
      rules += rulesOf(styleSheets[index] as CSSStyleSheet)
    for (const sheet of adoptedStyleSheets) rules += rulesOf(sheet)
    return rules
  }

  return {
    pressed(at: number) {
      pressedAt = at
      atPress = count()
    },
    compare() {
      if (isAwaitingLife() && count() !== atPress)
        report({ type: 'alive', source: 'style', at: pressedAt })
    },
  }
}
