import type { Stack } from '../../../demo/stack.ts'
import type { Summary } from '../../../src/collector/summary/summary.ts'

/** The dashboard's figures, through its own door: a link, once, for a session. */
export async function readSummary({ collector }: Stack): Promise<Summary> {
  const key = new URL(collector.createAdminLink()).searchParams.get('key')
  const opened = await fetch(`${collector.url}/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key }),
  })
  const [cookie = ''] = (opened.headers.get('set-cookie') ?? '').split(';', 1)
  const answer = await fetch(`${collector.url}/v1/summary`, { headers: { cookie } })
  if (!answer.ok) throw new Error(`/v1/summary answers ${answer.status}`)
  return (await answer.json()) as Summary
}
