import { anotherControl, type Change, copyOf } from './another-control.ts'
import { changeWords, namedBy, otherWords } from './words.ts'

/** A drift of what one target is about; `undefined` where it does not apply. */
type TargetDrift = (target: Element) => Change | undefined

/** A card or section: it has a heading and more than its target, and is less than the page. */
const SECTION_SHARE_MAX = 0.6

function removed(element: Element): () => void {
  const place = document.createComment('')
  element.replaceWith(place)
  return () => place.replaceWith(element)
}

function sectionOf(target: Element): Element | undefined {
  const all = document.body.querySelectorAll('*').length
  for (let at = target.parentElement; at && at !== document.body; at = at.parentElement) {
    if (at.querySelectorAll('*').length > all * SECTION_SHARE_MAX) return undefined
    const heading = at.querySelector('h1,h2,h3,h4,h5,h6')
    if (heading !== null && heading !== target && at.parentElement !== document.body) return at
  }
  return undefined
}

export const targetDrifts: Record<string, TargetDrift> = {
  'reworded: a word added': (target) => ({
    isGone: false,
    undo: changeWords(namedBy(target), (text) => `${text} now`),
  }),
  'reworded: other words': (target) => ({
    isGone: false,
    undo: changeWords(namedBy(target), otherWords),
  }),
  removed: (target) => ({ isGone: true, undo: removed(target) }),
  hidden: (target) => {
    if (!(target instanceof HTMLElement || target instanceof SVGElement)) return undefined
    const style = target.getAttribute('style') ?? ''
    target.setAttribute('style', `${style};display:none!important`)
    return { isGone: true, undo: () => target.setAttribute('style', style) }
  },
  'removed with its section': (target) => {
    const section = sectionOf(target)
    return section && { isGone: true, undo: removed(section) }
  },
  'replaced by another control': anotherControl,
  'copy put beside it': (target) => {
    const copy = copyOf(target)
    target.after(copy)
    return { isGone: false, undo: () => copy.remove() }
  },
  'copy in a new section': (target) => {
    const section = document.createElement('section')
    const heading = document.createElement('h2')
    heading.textContent = 'Recently used'
    section.append(heading, copyOf(target))
    document.body.append(section)
    return { isGone: false, undo: () => section.remove() }
  },
  'section copied under another heading': (target) => {
    const section = sectionOf(target)
    if (section === undefined) return undefined
    const copy = copyOf(section)
    changeWords(copy.querySelectorAll('h1,h2,h3,h4,h5,h6'), otherWords)
    section.before(copy)
    return { isGone: false, undo: () => copy.remove() }
  },
}
