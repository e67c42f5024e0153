const LOGS_PATH = '/v1/logs'

/** Where batches go: the collector's address with `/v1/logs`, whether or not it was given with it. */
export function logsUrl(collectorUrl: string): string {
  const url = new URL(collectorUrl)
  url.hash = ''
  const path = url.pathname.replace(/\/+$/, '')
  url.pathname = path.endsWith(LOGS_PATH) ? path : path + LOGS_PATH
  return url.href
}
