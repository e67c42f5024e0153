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

  /** By index: a browser's own iterator takes five times as long. */
  function sumOf(sheets: ArrayLike<CSSStyleSheet>): number {
    let sum = 0
    for (let index = 0; index < sheets.length; index++)
      sum += rulesOf(sheets[index] as CSSStyleSheet)
    return sum
  }

  function count(): number {
    const { adoptedStyleSheets = [], styleSheets } = view.document
    return sumOf(styleSheets) + sumOf(adoptedStyleSheets)
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
