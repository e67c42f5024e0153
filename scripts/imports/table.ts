/** What one folder of `src/` may import, besides itself. */
export interface Row {
  /** Folders whose code it may use. */
  code: readonly string[]
  /** Folders of which it may know the types only, by `import type`. */
  types?: readonly string[]
}

const BASE = ['vocabulary', 'messaging', 'browser']
const PURE = ['walkthroughs', 'friction', 'privacy']

/** DESIGN.md's direction as data: entries → features → messaging, browser → vocabulary. */
export const FOLDERS: Readonly<Record<string, Row>> = {
  vocabulary: { code: [] },
  words: { code: ['vocabulary'] },
  browser: { code: ['vocabulary'] },
  messaging: { code: ['vocabulary', 'browser'], types: ['words'] },

  walkthroughs: { code: ['vocabulary'] },
  friction: { code: ['vocabulary'] },
  privacy: { code: ['vocabulary'] },
  anchors: { code: ['vocabulary'] },
  screens: { code: BASE, types: ['anchors'] },
  overlay: { code: [...BASE, 'anchors'], types: ['screens', 'walkthroughs', 'words'] },
  'page-kit': { code: BASE },
  // The queue holds tallies, and only privacy can build one.
  outbox: { code: [...BASE, 'privacy'] },
  transport: { code: BASE, types: ['outbox'] },

  content: { code: [...BASE, ...PURE, 'anchors', 'screens', 'overlay'], types: ['words'] },
  background: {
    code: [...BASE, ...PURE, 'anchors', 'screens', 'outbox', 'transport', 'words'],
  },
  popup: { code: [...BASE, 'page-kit'] },
  options: { code: [...BASE, 'page-kit'] },
  reader: { code: [...BASE, 'overlay'] },
  side: { code: [...BASE, 'overlay'] },
  studio: { code: [...BASE, 'page-kit', 'anchors', 'screens', 'walkthroughs', 'overlay'] },

  // What `handrail health` runs in a page: the command line bundles it, and knows its answers only.
  probe: { code: ['vocabulary', 'anchors', 'screens'] },
  collector: { code: ['vocabulary', 'anchors', 'walkthroughs'] },
  // `handrail collector …` is the collector's own command line.
  cli: { code: ['vocabulary', 'anchors', 'walkthroughs', 'collector'], types: ['probe'] },
}

/** Folders that run anywhere: no DOM global, no browser API. */
export const DOM_FREE: readonly string[] = ['vocabulary', 'words', ...PURE]

/** Packages that belong to some folders; what is not named here may be used anywhere. */
export const PACKAGES: readonly { name: RegExp; folders: readonly string[] }[] = [
  { name: /^webextension-polyfill$/, folders: ['browser'] },
  {
    name: /^(node:|fastify$|@fastify\/|pg$|pg-copy-streams$|@clickhouse\/|@electric-sql\/|protobufjs$|prom-client$)/,
    folders: ['collector', 'cli'],
  },
  { name: /^(citty|yaml|vite|puppeteer-core)$/, folders: ['cli'] },
  {
    name: /^(preact|@preact\/|@floating-ui\/|minisearch$|uplot$)/,
    folders: [
      'overlay',
      'content',
      'page-kit',
      'popup',
      'options',
      'reader',
      'side',
      'studio',
      'collector',
    ],
  },
]

/** Globals of a page or of an extension; what Node has as well (`URL`, `crypto`) is none. */
const PAGE_GLOBALS = new Set(
  `document window location history navigator screen localStorage sessionStorage indexedDB chrome
  browser Element Node NodeList Document ShadowRoot EventTarget Event UIEvent MouseEvent PointerEvent
  KeyboardEvent InputEvent MutationObserver ResizeObserver IntersectionObserver getComputedStyle
  requestAnimationFrame customElements fetch XMLHttpRequest DOMParser Window Storage`.split(/\s+/),
)

/** Whether a global is one of a page or of an extension. */
export function isPageGlobal(name: string): boolean {
  return PAGE_GLOBALS.has(name) || /^(HTML|SVG)\w*Element$/.test(name)
}
