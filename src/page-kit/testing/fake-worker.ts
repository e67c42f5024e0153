import type { RequestName, Requests, SentBatch, TabStatus } from '../../messaging/protocol.ts'
import {
  POLICY_DEFAULTS,
  type Policy,
  type PolicyKey,
  type PolicyWarning,
  parsePolicy,
} from '../../vocabulary/policy.ts'
import type { Access } from '../access.ts'
import type { AskWorker } from '../ask-worker.ts'

interface Start {
  status?: Partial<TabStatus>
  own?: Policy
  managed?: Policy
  warnings?: PolicyWarning[]
  log?: SentBatch[]
  queued?: string[]
  /** Settings that the worker refuses though they fit the policy's rules. */
  refusing?: PolicyWarning[]
  /** The request that fails, with this message, as if the worker had gone. */
  failing?: Partial<Record<RequestName, string>>
}

/** A worker in memory that keeps to the protocol, and the calls that it had. */
export function createFakeWorker(start: Start = {}) {
  const managed = start.managed ?? {}
  const failing = { ...start.failing }
  const calls: { name: RequestName; payload: unknown }[] = []
  let own: Policy = start.own ?? {}
  let status: TabStatus = {
    url: 'https://ehr.example.org/openmrs/spa/home',
    state: 'on',
    origins: [],
    packs: [{ id: 'openmrs', name: 'OpenMRS', version: 12 }],
    telemetry: false,
    waiting: 0,
    delivery: { state: 'off', waiting: 0 },
    channel: { state: 'none' },
    ...start.status,
  }

  const view = (warnings: PolicyWarning[]) => ({
    effective: { ...POLICY_DEFAULTS, ...own, ...managed },
    managed: Object.keys(managed) as PolicyKey[],
    own,
    warnings: [...(start.warnings ?? []), ...warnings],
  })

  const answers: { [Name in RequestName]?: (payload: Requests[Name]['request']) => unknown } = {
    'tab-status': () => status,
    'toggle-help': () => true,
    settings: () => view([]),
    'save-settings': (raw) => {
      const { policy, warnings } = parsePolicy(raw)
      const refused = (start.refusing ?? []).filter(({ key }) => Object.hasOwn(policy, key))
      own = policy
      for (const { key } of refused) delete own[key as PolicyKey]
      return view([...warnings, ...refused])
    },
    pause: ({ minutes }) => {
      const { pausedUntil: _, ...others } = status
      const until = { pausedUntil: FAKE_NOW + minutes * 60_000 }
      status = minutes > 0 ? { ...others, ...until, state: 'paused' } : { ...others, state: 'on' }
      return true
    },
    'access-changed': () => {
      if (status.state === 'needs-access') status = { ...status, state: 'on', origins: [] }
      return true
    },
    'sent-log': () => start.log ?? [],
    queued: () => ({ lines: status.waiting > 0 ? (start.queued ?? []) : [] }),
    'toggle-flags': () => true,
    'delete-waiting': () => {
      const { waiting } = status
      status = { ...status, waiting: 0, delivery: { ...status.delivery, waiting: 0 } }
      return waiting
    },
    'sync-now': () => ({ delivery: status.delivery, channel: status.channel }),
  }

  const ask: AskWorker = async (name, payload) => {
    calls.push({ name, payload })
    const message = failing[name]
    if (message !== undefined) throw new Error(message)
    return (await answers[name]?.(payload)) as Requests[typeof name]['response']
  }
  return {
    ask,
    calls,
    failing,
    own: () => own,
    /** The payloads of the calls of one name. */
    sent: (name: RequestName) =>
      calls.filter((call) => call.name === name).map(({ payload }) => payload),
  }
}

/** The moment at which a fake page lives: 24 November 2026, 14:05 local time. */
export const FAKE_NOW = new Date(2026, 10, 24, 14, 5).getTime()

/** A browser that answers every question the same way, and the questions it had. */
export function createFakeAccess({ answer = true, held = [] as string[] } = {}) {
  const asked: string[][] = []
  const holds = new Set(held)
  const access: Access = {
    async askForSites(origins) {
      asked.push([...origins])
      if (answer) for (const origin of origins) holds.add(origin)
      return answer
    },
    hasSites: async (origins) => origins.every((origin) => holds.has(origin)),
    askToSend: async () => answer,
    onChange() {},
  }
  return { access, asked }
}
