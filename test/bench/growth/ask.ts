import { metricsTokenOf } from '../../../src/collector/http/pass.ts'
import { createAdminLink } from '../../../src/collector/start.ts'

const ROUNDS = 40

/** A running collector's dashboard and metrics, as their readers ask for them. */
export async function createReader(url: string, adminKey: string) {
  const key = new URL(createAdminLink(url, adminKey, Date.now())).searchParams.get('key')
  const session = await fetch(`${url}/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key }),
  })
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? ''

  return {
    /** The time in which 95 % of the dashboard's requests for so many days are answered, in ms. */
    async p95(days: number): Promise<number> {
      const times: number[] = []
      for (let round = 0; round < ROUNDS; round++) {
        const begun = performance.now()
        const response = await fetch(`${url}/v1/summary?days=${days}`, { headers: { cookie } })
        await response.arrayBuffer()
        if (!response.ok) throw new Error(`summary: ${response.status}`)
        times.push(performance.now() - begun)
      }
      return times.toSorted((a, b) => a - b)[Math.ceil(ROUNDS * 0.95) - 1] ?? 0
    },
    /** The collector's own memory, in MiB. */
    async memory(): Promise<number> {
      const headers = { authorization: `Bearer ${metricsTokenOf(adminKey)}` }
      const text = await (await fetch(`${url}/metrics`, { headers })).text()
      const [, bytes] = /^process_resident_memory_bytes (\S+)/m.exec(text) ?? []
      return Number(bytes) / 1024 ** 2
    },
  }
}
