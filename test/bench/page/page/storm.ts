/** An app that never comes to rest: so many changes a second, of the kinds that apps make. */
export const CHANGES_PER_SECOND = 500
/** The shortest interval that a browser gives a timer: two changes in each task. */
const TICK_MS = 4

const KINDS = [
  (spot: Spot, turn: number) => {
    spot.box.className = `card ${turn % 2 ? 'is-updated' : ''}`
  },
  (spot: Spot, turn: number) => {
    spot.words.data = `${turn % 28} Nov 2026`
  },
  (spot: Spot, turn: number) => {
    spot.box.style.setProperty('opacity', turn % 2 ? '0.99' : '1')
  },
  (spot: Spot) => {
    const copy = spot.row.cloneNode(true)
    spot.row.after(copy)
    setTimeout(() => copy.parentNode?.removeChild(copy), 200)
  },
  (spot: Spot, turn: number) => {
    spot.control.setAttribute('aria-expanded', String(turn % 2 === 0))
  },
  (spot: Spot, turn: number) => {
    spot.row.cells[5]?.replaceChildren(`Live ${turn}`)
  },
]

interface Spot {
  box: HTMLElement
  row: HTMLTableRowElement
  words: Text
  control: Element
}

function spotsOf(): Spot[] {
  return [...document.querySelectorAll<HTMLElement>('section.card')].flatMap((box) => {
    const row = box.querySelector<HTMLTableRowElement>('tbody tr:last-child')
    const words = row?.cells[0]?.firstChild
    const control = row?.querySelector('button')
    return row && control && words instanceof Text ? [{ box, row, words, control }] : []
  })
}

/** Resolves to how many changes were made. A row that is put in is taken out again: that is two. */
export function runStorm(ms: number): Promise<number> {
  const spots = spotsOf()
  const from = performance.now()
  let made = 0
  let turn = 0
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      const passed = performance.now() - from
      if (passed >= ms) {
        clearInterval(timer)
        return resolve(made)
      }
      // Never more than a few at once, however late the timer is.
      for (let left = 4; left > 0 && made < (passed * CHANGES_PER_SECOND) / 1000; left--) {
        turn++
        const spot = spots[(turn * 7) % spots.length]
        const kind = turn % KINDS.length
        if (spot) KINDS[kind]?.(spot, turn)
        made += kind === 3 ? 2 : 1
      }
    }, TICK_MS)
  })
}
