import { render } from 'preact'
import { htmlOf, viewOf } from '../anchors/dom.ts'
import type { CreateOverlay, GuideView } from './guide.ts'
import { Root } from './root.tsx'
import { styles } from './styles.ts'
import { createWords } from './words.ts'

/** A page that keeps taking our element away means it: after this many times it stays away. */
const REATTACH_MAX = 20

function adoptStyles(document: Document, root: ShadowRoot): void {
  // The page's own constructor: browsers refuse a sheet that another realm has made.
  const Sheet = viewOf(document)?.CSSStyleSheet ?? CSSStyleSheet
  const sheet = new Sheet()
  sheet.replaceSync(styles)
  root.adoptedStyleSheets = [sheet]
}

/**
 * What a person does in the overlay is no event of the page's. To the page it would come from a plain
 * `div`: a letter typed in our search would be its shortcut, and a press of ours one outside its menu.
 */
const OWN_EVENTS = [
  ...['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'change'],
  ...['copy', 'cut', 'paste', 'compositionstart', 'compositionupdate', 'compositionend'],
  ...['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'auxclick', 'dblclick'],
  ...['contextmenu', 'touchstart', 'touchend', 'wheel', 'focusin', 'focusout', 'submit'],
]

function keep(event: Event): void {
  event.stopPropagation()
}

/** The one element of ours in the page, its shadow root, and the tree that is drawn in it. */
export const createOverlay: CreateOverlay = (document, language, actions) => {
  const host = Document.prototype.createElement.call(document, 'div')
  host.setAttribute('popover', 'manual')
  for (const name of OWN_EVENTS) host.addEventListener(name, keep, { passive: true })
  const root = host.attachShadow({ mode: 'open' })
  adoptStyles(document, root)
  const say = createWords(language)
  host.lang = language.tag
  let attached = 0

  function attach(): void {
    if (host.isConnected || attached > REATTACH_MAX) return
    attached += 1
    htmlOf(document)?.append(host)
    host.showPopover()
  }

  return {
    host,
    show(view: GuideView): void {
      try {
        attach()
        render(
          <Root document={document} host={host} say={say} view={view} actions={actions} />,
          root,
        )
      } catch (error) {
        actions.fail(error)
      }
    },
    stop(): void {
      // First: whatever a fault has left behind must not stay on the page.
      host.remove()
      render(null, root)
    },
  }
}
