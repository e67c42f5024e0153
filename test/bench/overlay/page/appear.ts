import { createRandom } from '../../page/clinic/random.ts'
import { painted } from './painted.ts'
import type { Tool } from './tool.ts'

/** How far from its target words may be to be about it, in CSS pixels. */
const NEAR_PX = 60
const PATIENCE_MS = 5_000
/** Between one and the next, in ms: like a page that a person works on. */
const REST_MS = [200, 700] as const

function isNear(words: DOMRect, target: Element): boolean {
  const box = target.getBoundingClientRect()
  const across = Math.max(words.left - box.right, box.left - words.right)
  const down = Math.max(words.top - box.bottom, box.top - words.bottom)
  return across <= NEAR_PX && down <= NEAR_PX
}

async function until(holds: () => boolean, what: string): Promise<void> {
  const from = performance.now()
  while (!holds()) {
    if (performance.now() - from > PATIENCE_MS)
      throw new Error(`${what} takes over ${PATIENCE_MS} ms`)
    await painted()
  }
}

export function createTarget(): HTMLElement {
  const target = document.createElement('button')
  target.type = 'button'
  target.textContent = 'Sign the order'
  return target
}

/** From the appearance of a target until words about it are painted, in ms, so many times over. */
export async function timeAppearances(tool: Tool, count: number): Promise<number[]> {
  const random = createRandom(count)
  const spot = document.querySelector('#spot')
  const samples: number[] = []
  while (samples.length < count) {
    const rest = REST_MS[0] + random.upTo(REST_MS[1] - REST_MS[0])
    await new Promise((resolve) => setTimeout(resolve, rest))
    const target = createTarget()
    spot?.append(target)
    const from = performance.now()
    tool.point(target)
    await until(() => {
      const words = tool.words()
      return words !== undefined && isNear(words, target)
    }, 'A callout')
    samples.push(performance.now() - from)
    target.remove()
    tool.clear()
    await until(() => tool.words() === undefined, 'Going away')
  }
  return samples
}
