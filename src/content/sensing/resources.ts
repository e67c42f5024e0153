import { NETWORK_REGION } from '../../friction/episodes.ts'
import type { Sensor } from './sensor.ts'

/** Sent without anybody waiting for an answer: no reaction to a press. */
const UNHEARD = /^(beacon|ping)$/

/**
 * Reports the page's requests as they end: that there was one, when it began, and whether it was
 * refused (status 400 or more). Addresses are not looked at. A request without any answer is not
 * called failed: browsers report a lost one (status 0) exactly as one that the app called off,
 * which is what apps do with the request of the press before.
 */
export function senseResources({ guard, report, signal, view }: Sensor) {
  const take = (list: readonly PerformanceEntry[]) => {
    for (const entry of list as readonly PerformanceResourceTiming[]) {
      if (UNHEARD.test(entry.initiatorType)) continue
      const at = entry.startTime
      report({ type: 'alive', source: 'resource', at, regions: [NETWORK_REGION] })
      if (entry.responseStatus >= 400) report({ type: 'request-failed', at })
    }
  }
  const observer = new view.PerformanceObserver(guard((list) => take(list.getEntries())))
  observer.observe({ type: 'resource' })
  signal.addEventListener('abort', () => observer.disconnect())
  return { flush: () => take(observer.takeRecords()) }
}
