import { driver } from 'driver.js'

/** Chromium tells page's times in 5 µs: what takes less is done so often in a row. */
const ROUNDS = 100

/** Milliseconds, one for each selector. */
export interface PeerSamples {
  /** `document.querySelector`: how driver.js and Shepherd look an element up. */
  query: number[]
  /** All that driver.js does to point at it. */
  highlight: number[]
}

/** Looks elements up by selectors as driver.js does, and has it point at some of them. */
export function timePeers(selectors: readonly string[], highlights: number): PeerSamples {
  const samples: PeerSamples = { query: [], highlight: [] }
  for (const selector of selectors) {
    const from = performance.now()
    for (let round = 0; round < ROUNDS; round++) document.querySelector(selector)
    samples.query.push((performance.now() - from) / ROUNDS)
  }
  const tour = driver({ animate: false, smoothScroll: false })
  for (const element of selectors.slice(0, highlights)) {
    const from = performance.now()
    tour.highlight({ element, popover: { title: 'Here', description: 'This is one.' } })
    samples.highlight.push(performance.now() - from)
  }
  tour.destroy()
  return samples
}
