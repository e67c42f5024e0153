export { type BrowserKind, type FoundBrowser, findBrowser } from '../../src/cli/find-browser.ts'
