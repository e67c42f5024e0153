import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { clinicPage } from './clinic/page.ts'
import { PAGE_PATH } from './pack.ts'
import { type Answer, htmlAnswer, serveAnswers } from './serve-answers.ts'

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
  const answers = new Map<string, Answer>()
  const page = clinicPage('chart', elements)
  answers.set(PAGE_PATH, htmlAnswer(page))
  answers.set(`${PAGE_PATH}?posthog`, htmlAnswer(page.replace('</body>', POSTHOG_PAGE)))
  answers.set(OTHER_PATH, htmlAnswer(clinicPage('elsewhere', elements)))
  for (const file of POSTHOG_FILES)
    answers.set(`/posthog/${file}`, {
      body: await readFile(join(posthogFolder, 'dist', file)),
      type: 'text/javascript',
    })
  return serveAnswers(answers)
}
