import { join } from 'node:path'
import { type PackageSpec, slugOf } from '../../../../demo/openmrs/package-list.ts'
import { RELEASES } from '../releases.ts'
import { serveFolder } from '../serve-folder.ts'
import type { Side } from '../truth.ts'
import { CACHE_FOLDER, unpackAll } from '../unpack.ts'
import type { BenchApp } from './app.ts'
import { admission, assessment, draft } from './formio-forms.ts'

const script = (path: string, packages: readonly PackageSpec[]) => {
  const [engine, bootstrap] = packages.map(slugOf)
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ward forms</title>
<link rel="stylesheet" href="/${bootstrap}/dist/css/bootstrap.min.css">
<link rel="stylesheet" href="/${engine}/dist/formio.full.min.css"></head>
<body class="p-3"><main id="form"></main><script src="/${engine}/dist/formio.full.min.js"></script><script>
const place = document.getElementById('form')
${PAGES[path]}
</script></body></html>`
}

const PAGES: Record<string, string> = {
  '/admission': `Formio.createForm(place, ${JSON.stringify(admission)})`,
  '/assessment': `Formio.createForm(place, ${JSON.stringify(assessment)})`,
  '/builder': `Formio.builder(place, ${JSON.stringify(draft)}, {})`,
}

/** A form engine with forms as a ward would set them up, and its form builder. */
export const formio: BenchApp = {
  async serve(side: Side) {
    const folder = join(CACHE_FOLDER, `formio-${side}`)
    const { packages } = RELEASES.formio[side]
    await unpackAll(packages, folder)
    return serveFolder(folder, (url, _request, response) => {
      if (!(url.pathname in PAGES)) return false
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(script(url.pathname, packages))
      return true
    })
  },
}
