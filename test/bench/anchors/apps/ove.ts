import { join } from 'node:path'
import { RELEASES } from '../releases.ts'
import { serveFolder } from '../serve-folder.ts'
import type { Side } from '../truth.ts'
import { CACHE_FOLDER, unpack } from '../unpack.ts'
import type { BenchApp } from './app.ts'

/** A made-up plasmid with enough in it for rows to repeat. */
const SEQUENCE = {
  name: 'pBench',
  circular: true,
  sequence: 'gtagagaattcagtgagcccgacggatccccgtagagagctcgagtgagcccgacaagcttcgtagagag'.repeat(4),
  features: [
    { id: 'f1', name: 'araC', type: 'CDS', start: 10, end: 60, forward: false },
    { id: 'f2', name: 'GFP', type: 'CDS', start: 80, end: 140, forward: true },
    { id: 'f3', name: 'T0', type: 'terminator', start: 160, end: 190, forward: true },
  ],
  primers: [{ id: 'p1', name: 'fwd primer', start: 20, end: 39, forward: true }],
  parts: [{ id: 'q1', name: 'part 1', start: 70, end: 150 }],
}

const FILES = {
  a: { style: '/umd/main.css', script: '/umd/open-vector-editor.js' },
  b: { style: '/ove.css', script: '/index.umd.js' },
}

const pageOf = (
  side: Side,
) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Open Vector Editor</title>
<link rel="stylesheet" href="${FILES[side].style}"><style>body{margin:0}#editor{height:930px}</style></head>
<body><div id="editor"></div><script src="${FILES[side].script}"></script><script>
const sequenceData = ${JSON.stringify(SEQUENCE)}
const editor = window.createVectorEditor(document.getElementById('editor'), {
  editorName: 'bench', onSave() {}, onNew() {}, onDuplicate() {}, onDelete() {}, showMenuBar: true, isFullscreen: false,
})
editor.updateEditor({
  sequenceData, readOnly: false,
  panelsShown: [
    [{ id: 'circular', name: 'Circular Map', active: true }, { id: 'rail', name: 'Linear Map' }],
    [{ id: 'sequence', name: 'Sequence Map', active: true }, { id: 'properties', name: 'Properties' }],
  ],
})
</script></body></html>`

export const ove: BenchApp = {
  async serve(side) {
    const folder = join(CACHE_FOLDER, `ove-${side}`)
    const [spec] = RELEASES.ove[side].packages
    return serveFolder(await unpack(spec, folder), (url, _request, response) => {
      if (url.pathname !== '/') return false
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(pageOf(side))
      return true
    })
  },
}
