import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { clinicPage } from './clinic/page.ts'
import { PAGE_PATH } from './pack.ts'

/** Where the page of other screens is: what is recorded there is missing on the first. */
export const OTHER_PATH = '/clinic/department'
const POSTHOG_FILES = ['array.no-external.js', 'dead-clicks-autocapture.js']

/** posthog-js with what it calls autocapture and dead clicks on, and the rest of it off. */
const POSTHOG_PAGE = `<script src="/posthog/array.no-external.js"></script>
<script src="/posthog/dead-clicks-autocapture.js"></script>
<script>posthog.init('bench', { api_host: location.origin + '/sink', autocapture: true, capture_dead_clicks: true,
disable_session_recording: true, disable_surveys: true, capture_performance: false, capture_heatmaps: false,
advanced_disable_flags: true, opt_out_useragent_filter: true })</script></body>`

/**
 * The made-up clinic on loopback, and everything else that the bench asks for: `answers` by path.
 * With `?posthog` in its address the page has posthog-js in it.
 */
export async function serveClinic(elements: number, posthogFolder: string) {
  const answers = new Map<string, { body: string | Uint8Array; type: string }>()
  const html = (body: string) => ({ body, type: 'text/html; charset=utf-8' })
  const page = clinicPage('chart', elements)
  answers.set(PAGE_PATH, html(page))
  answers.set(`${PAGE_PATH}?posthog`, html(page.replace('</body>', POSTHOG_PAGE)))
  answers.set(OTHER_PATH, html(clinicPage('elsewhere', elements)))
  for (const file of POSTHOG_FILES)
    answers.set(`/posthog/${file}`, {
      body: await readFile(join(posthogFolder, 'dist', file)),
      type: 'text/javascript',
    })

  const server = createServer((request, response) => {
    const answer = answers.get(request.url ?? '')
    // Times in microseconds are for pages that share their process with no other site.
    response.setHeader('cross-origin-opener-policy', 'same-origin')
    response.setHeader('cross-origin-embedder-policy', 'require-corp')
    if (answer) return response.writeHead(200, { 'content-type': answer.type }).end(answer.body)
    // Whatever posts gets the empty answer of one that is content.
    return response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    /** The same server, where Handrail is not allowed. */
    otherOrigin: `http://localhost:${port}`,
    answer: (path: string, body: string | Uint8Array) =>
      answers.set(path, { body, type: 'application/json' }),
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

export type Clinic = Awaited<ReturnType<typeof serveClinic>>
