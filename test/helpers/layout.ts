import { beforeEach, vi } from 'vitest'

/** jsdom lays nothing out: gives every element a size, but those marked `data-no-size`. */
export function withLayout(): void {
  beforeEach(() => {
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (
      this: Element,
    ) {
      const isDrawn = this.closest('[data-no-size]') === null
      return new DOMRect(0, 0, isDrawn ? 40 : 0, isDrawn ? 20 : 0)
    })
  })
}
