import { finder } from '@medv/finder'
import { only, type Tool } from './tool.ts'

/** With its own defaults; it throws when no unique selector comes up in time. */
function selectorOf(element: Element): string | undefined {
  try {
    return finder(element)
  } catch {
    return undefined
  }
}

export const medv: Tool = {
  name: '@medv/finder',
  record: selectorOf,
  look: (recipe) => only([...document.querySelectorAll(String(recipe))]),
}
