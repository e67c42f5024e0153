import { changeWords, namedBy, otherWords } from './words.ts'

export interface Change {
  /** The page holds nothing any more that does what the target did. */
  isGone: boolean
  undo(): void
}

/** What an app calls its parts by. */
const IDENTITY = ['id', 'name', 'for', 'data-testid', 'data-test-id', 'data-test', 'data-cy']
const PICTURED = ['class', 'icon', 'data-icon', 'data-lucide', 'xlink:href']
const CONTROLS = 'a,button,input,select,textarea,[role=button],[role=combobox],[tabindex]'
const LABELS = 'label,legend,[class*=label i],[class*=description i]'
/** How far around a control its own wrapping and its label reach. */
const WRAPS = 3
const LABEL_LEVELS = 7

/** A copy as another part of the page would hold it: ids are not there twice. */
export function copyOf(element: Element): Element {
  const copy = element.cloneNode(true) as Element
  for (const each of [copy, ...copy.querySelectorAll('[id],[for]')])
    for (const name of ['id', 'for']) each.removeAttribute(name)
  return copy
}

/** The parts around a control that hold no other. */
function wrapsOf(target: Element): Element[] {
  const wraps: Element[] = []
  for (let at = target.parentElement; at && wraps.length < WRAPS; at = at.parentElement) {
    const others = [...at.querySelectorAll(CONTROLS)].some(
      (other) =>
        other !== target &&
        !target.contains(other) &&
        !wraps.includes(other) &&
        other.checkVisibility(),
    )
    if (others) break
    wraps.push(at)
  }
  return wraps
}

/** Labels that stand by the control though nothing ties them to it. */
function looseLabelsOf(target: Element): Element[] {
  let level = 0
  for (let at = target.parentElement; at && level < LABEL_LEVELS; at = at.parentElement, level++) {
    const labels = [...at.querySelectorAll(LABELS)].filter(
      (label) => !label.contains(target) && !target.contains(label),
    )
    if (labels.length > 0) return labels
  }
  return []
}

function withoutAttributes(elements: readonly Element[], names: readonly string[]): () => void {
  const undo: (() => void)[] = []
  for (const element of elements)
    for (const name of names) {
      const value = element.getAttribute(name)
      if (value === null) continue
      element.removeAttribute(name)
      undo.push(() => element.setAttribute(name, value))
    }
  return () => {
    for (const each of undo) each()
  }
}

/**
 * Another control where the target was: of its kind and in its place, but with other words, names,
 * labels and another picture, all that a person or an app knows it by.
 */
export function anotherControl(target: Element): Change {
  const copy = copyOf(target)
  const inner = [...copy.querySelectorAll('*')]
  withoutAttributes([copy, ...inner], [...IDENTITY, 'aria-labelledby', 'href'])
  withoutAttributes(
    inner.filter((each) => each.matches('svg,svg *,i,span')),
    PICTURED,
  )
  for (const path of copy.querySelectorAll('path,polyline,polygon,circle,rect,use'))
    path.replaceWith(document.createElementNS('http://www.w3.org/2000/svg', 'ellipse'))
  changeWords([copy], otherWords)
  const tied = namedBy(target).filter((part) => part !== target && !target.contains(part))
  const labels = tied.length > 0 ? tied : looseLabelsOf(target)
  const undoLabels = changeWords(labels, otherWords)
  const undoWraps = withoutAttributes(wrapsOf(target), IDENTITY)
  target.replaceWith(copy)
  return {
    isGone: true,
    undo() {
      copy.replaceWith(target)
      undoWraps()
      undoLabels()
    },
  }
}
