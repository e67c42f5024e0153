import type { Sensor } from './sensor.ts'

/**
 * Reports that style sheets have other rules than at the press: what a script inserts there changes how the page
 * looks and no element. Rules are counted, not read.
 */
export function senseSheets({ isAwaitingLife, report, view }: Sensor) {
  let atPress = 0
  let pressedAt = 0

  function rulesOf(sheet: CSSStyleSheet): number {
    try {
      return sheet.disabled ? 0 : 1 + sheet.cssRules.length
    } catch {
      // Of another site, which no page may look into.
      return 0
    }
  }

  function count(): number {
    const { adoptedStyleSheets = [], styleSheets } = view.document
    return [...styleSheets, ...adoptedStyleSheets].reduce((sum, sheet) => sum + rulesOf(sheet), 0)
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
