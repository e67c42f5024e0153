import { RELEASES } from '../releases.ts'
import { serveFolder } from '../serve-folder.ts'
import type { BenchApp } from './app.ts'
import { bundleApp } from './bundle-app.ts'

/** The drawing board with an empty canvas. What asks a chemistry server is not looked at: a drawing goes through it as it is. */
const ENTRY = `
import { Editor } from 'ketcher-react'
import 'ketcher-react/dist/index.css'
import { createElement as h } from 'react'
import { createRoot } from 'react-dom/client'

const answers = {
  info: async () => ({ indigoVersion: '1', imagoVersions: [], isAvailable: true }),
  check: async () => ({}),
  calculate: async () => ({ 'molecular-weight': '92.1', 'most-abundant-mass': '92.1', 'monoisotopic-mass': '92.1',
    gross: 'C7 H8', 'mass-composition': 'C 91 H 9' }),
  getInChIKey: async () => '',
  generateImageAsBase64: async () => '',
  addKetcherId() {},
  destroy() {},
}
const service = new Proxy(answers, {
  get: (known, name) => known[name] ?? (async ({ struct, output_format }) => ({ struct, format: output_format })),
})
createRoot(document.getElementById('board')).render(h(Editor, {
  staticResourcesUrl: '',
  structServiceProvider: { mode: 'standalone', createStructService: () => service },
  errorHandler: () => {},
  disableMacromoleculesEditor: true,
  onInit(ketcher) { globalThis.ketcher = ketcher },
}))
`
const BODY = '<style>html,body,#board{margin:0;height:100%}</style><div id="board"></div>'

export const ketcher: BenchApp = {
  serve: async (side) =>
    serveFolder(
      await bundleApp({
        name: `ketcher-${side}`,
        packages: RELEASES.ketcher[side].packages,
        entry: ENTRY,
        body: BODY,
        alias: { events: 'events/events.js' },
        define: { 'process.env': '{}', global: 'globalThis' },
      }),
      () => false,
    ),
}
