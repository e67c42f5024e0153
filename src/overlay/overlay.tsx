import { render } from 'preact'
import { htmlOf, viewOf } from '../anchors/dom.ts'
import { Fence } from './fence.tsx'
import type { CreateOverlay, GuideView } from './guide.ts'
import { keepOwnEvents } from './own-events.ts'
import { pageDirection } from './page-direction.ts'
import { Root } from './root.tsx'
import { styles } from './styles.ts'
import { createTopLayer } from './top-layer.ts'
import { createWords } from './words.ts'

/** A page that keeps taking our element away means it: after this many times it stays away. */
const REATTACH_MAX = 20

/** Adds styles to a shadow root. Its list of sheets is written only: Firefox lets no extension read it. */
function createStyles(document: Document, root: ShadowRoot): (text: string) => void {
  // The page's own constructor: browsers refuse a sheet that another realm has made.
  const Sheet = viewOf(document)?.CSSStyleSheet ?? CSSStyleSheet
  const sheets: CSSStyleSheet[] = []
  return (text) => {
    const sheet = new Sheet()
    sheet.replaceSync(text)
    sheets.push(sheet)
    root.adoptedStyleSheets = [...sheets]
  }
}

/** The one element of ours in the page, its shadow root, and the tree that is drawn in it. */
export const createOverlay: CreateOverlay = (document, language, actions) => {
  const host = Document.prototype.createElement.call(document, 'div')
  host.setAttribute('popover', 'manual')
  const stopped = new AbortController()
  const { signal } = stopped
  keepOwnEvents(viewOf(document) ?? window, host, signal)
  const topLayer = createTopLayer(document, host, signal)
  const root = host.attachShadow({ mode: 'open' })
  const addStyles = createStyles(document, root)
  addStyles(styles)
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
        topLayer.keepAbove(view.callout?.target)
        render(
          <div
            class={`all in-${pageDirection(document)} size-${view.settings.textSize}`}
            dir={say.direction}
          >
            <Fence onFault={actions.fail}>
              <Root
                document={document}
                host={host}
                say={say}
                view={view}
                actions={actions}
                addStyles={addStyles}
              />
            </Fence>
          </div>,
          root,
        )
      } catch (error) {
        actions.fail(error)
      }
    },
    stop(): void {
      // First: whatever a fault has left behind must not stay on the page.
      host.remove()
      stopped.abort()
      render(null, root)
    },
  }
}
