/** The one seam to the browsers' API: everything of ours imports it from here. */
export { default as browser, type Runtime, type Tabs } from 'webextension-polyfill'
