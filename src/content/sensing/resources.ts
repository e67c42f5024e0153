import { endpointOf } from './endpoint.ts'
import type { Sensor } from './sensor.ts'

/** Made by the app's own code, for an answer that it needs. */
const CALLS = /^(fetch|xmlhttprequest|iframe|navigation)$/
/** Sent without anybody waiting for an answer: no reaction to a press. */
const UNHEARD = /^(beacon|ping)$/

/**
 * Reports the page's requests as they end: that there was one, when it began, and whether it was
 * refused (status 400 or more). Of its address only a number is made, by which a poll is known. A request without any answer is called
 * failed only while the browser says that it is offline: browsers report a lost one (status 0) exactly
 * as one that the app called off, which is what apps do with the request of the press before, and as
 * one that another site answered without telling. A picture or a style that is missing is no failure.
 */
export function senseResources({ guard, report, signal, view }: Sensor) {
  const hasFailed = ({ responseStatus }: PerformanceResourceTiming) =>
    responseStatus >= 400 || (responseStatus === 0 && !view.navigator.onLine)

  const take = (list: readonly PerformanceEntry[]) => {
    for (const entry of list as readonly PerformanceResourceTiming[]) {
      if (UNHEARD.test(entry.initiatorType)) continue
      const at = entry.startTime
      const endedAt = entry.responseEnd
      const regions = [endpointOf(entry.name)]
      report({ type: 'alive', source: 'resource', at, endedAt, regions })
      if (CALLS.test(entry.initiatorType) && hasFailed(entry))
        report({ type: 'request-failed', at, regions })
    }
  }
  const observer = new view.PerformanceObserver(guard((list) => take(list.getEntries())))
  observer.observe({ type: 'resource' })
  signal.addEventListener('abort', () => observer.disconnect())
  return { flush: () => take(observer.takeRecords()) }
}
