import { join } from 'node:path'
import { RELEASES } from '../releases.ts'
import { serveFolder } from '../serve-folder.ts'
import { CACHE_FOLDER, unpack } from '../unpack.ts'
import type { BenchApp } from './app.ts'
import { answerDicomweb, studies } from './dicomweb.ts'

/** The app's own configuration file is how a hospital sets it up. */
const CONFIG = `window.config = {
  routerBasename: '/', extensions: [], modes: [], customizationService: {}, showStudyList: true,
  maxNumberOfWebWorkers: 1, showWarningMessageForCrossOrigin: false, showCPUFallbackMessage: false,
  showLoadingIndicator: true, strictZSpacingForVolumeViewport: true, useCPURendering: false,
  investigationalUseDialog: { option: 'never' },
  defaultDataSourceName: 'bench',
  dataSources: [{
    namespace: '@ohif/extension-default.dataSourcesModule.dicomweb', sourceName: 'bench',
    configuration: {
      friendlyName: 'Bench', name: 'bench', wadoUriRoot: '/dicomweb', qidoRoot: location.origin + '/dicomweb',
      wadoRoot: location.origin + '/dicomweb', qidoSupportsIncludeField: false, imageRendering: 'wadors',
      thumbnailRendering: 'wadors', enableStudyLazyLoad: true, supportsFuzzyMatching: false, supportsWildcard: true,
      staticWado: false, singlepart: '', omitQuotationForMultipartRequest: true,
    },
  }],
}
`

export const ohif: BenchApp = {
  async serve(side) {
    const [spec] = RELEASES.ohif[side].packages
    const folder = await unpack(spec, join(CACHE_FOLDER, `ohif-${side}`))
    return serveFolder(join(folder, 'dist'), (url, _request, response) => {
      if (url.pathname === '/app-config.js') {
        response.writeHead(200, { 'content-type': 'text/javascript' }).end(CONFIG)
        return true
      }
      if (!url.pathname.startsWith('/dicomweb')) return false
      return answerDicomweb(url.pathname.slice('/dicomweb'.length), url.searchParams, response)
    })
  },
  /** The viewer's own tour covers it until it has been skipped once. */
  async prepare(page, { origin }) {
    await page.goto(`${origin}/viewer?StudyInstanceUIDs=${studies[0]?.uid}`)
    await page.locator('button::-p-text(Skip all)').setTimeout(60_000).click()
  },
  resolve: (step) =>
    'goto' in step ? { goto: step.goto.replace('$study', studies[0]?.uid ?? '') } : step,
  canaries: studies.flatMap(({ patient, mrn, uid, accession }) => [
    ...patient.split('^'),
    mrn,
    uid,
    accession,
  ]),
}
