import * as v from 'valibot'
import { OPT_IN_KINDS } from './dictionary.ts'
import { identifier } from './identifier.ts'
import { linkHost } from './link-host.ts'
import { matchPattern } from './site.ts'
import { quietHoursSchema } from './timing.ts'

const loopbackOrHttps = v.pipe(
  v.string(),
  v.maxLength(500),
  v.check((text) => {
    if (!URL.canParse(text)) return false
    const { protocol, hostname, username, password } = new URL(text)
    const isLoopback = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]'
    if (username !== '' || password !== '') return false
    return protocol === 'https:' || (protocol === 'http:' && isLoopback)
  }, 'an https address (http only for this machine), without a user name or password in it'),
)

const publicKey = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9+/]{43}=$/, 'an Ed25519 public key: 32 bytes in base64'),
)

/** Every setting, each with its own rule: a bad one is left out with a warning, the rest count. */
export const policyEntries = {
  enabled: v.boolean(),
  collectorUrl: loopbackOrHttps,
  collectorToken: v.pipe(
    v.string(),
    v.regex(/^[\x21-\x7e]{8,200}$/, 'a token: 8 to 200 visible characters, no spaces'),
  ),
  channelUrl: loopbackOrHttps,
  trustedKeys: v.pipe(v.array(publicKey), v.maxLength(20)),
  sites: v.pipe(v.array(matchPattern), v.maxLength(100)),
  telemetry: v.picklist(['off', 'on'], 'off or on'),
  flushMinutes: v.pipe(
    v.number('a number of minutes'),
    v.minValue(0.5, 'at least half a minute: browsers wake no extension sooner'),
    v.maxValue(1440, 'at most a day'),
  ),
  requestsPerFlush: v.pipe(
    v.number('a number of requests'),
    v.integer('a whole number of requests'),
    v.minValue(1, 'at least one request'),
    v.maxValue(100, 'at most 100 requests'),
  ),
  cohort: identifier,
  department: identifier,
  roles: v.pipe(v.array(identifier), v.maxLength(20)),
  /** Of the hosts that a pack's texts may link to, only these. */
  linkHosts: v.pipe(v.array(linkHost), v.maxLength(100)),
  /** The build of each app that is in use here: `openmrs@3.2.1`. Never read from a page, never sent. */
  appBuilds: v.pipe(
    v.array(
      v.pipe(
        v.string(),
        v.regex(
          /^[a-z][a-z0-9-]{0,63}@[A-Za-z0-9][\w.+-]{0,39}$/,
          'an app’s id and its build, as openmrs@3.2.1',
        ),
      ),
    ),
    v.maxLength(50),
  ),
  quietHours: v.pipe(v.array(quietHoursSchema), v.maxLength(5)),
  /** The signals that run of those that are off by themselves. Without it, the packs say. */
  optionalSignals: v.pipe(v.array(v.picklist(OPT_IN_KINDS)), v.maxLength(OPT_IN_KINDS.length)),
  comments: v.picklist(['off', 'checked'], 'off or checked'),
  /** Whether a report may have its screen as grey boxes. */
  wireframes: v.picklist(['off', 'on'], 'off or on'),
  /** Whether researchers may step through a screen and flag what confuses. */
  flagMode: v.picklist(['off', 'on'], 'off or on'),
  locale: v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, 'a language: en or pt-BR')),
}

export type Policy = {
  [Key in keyof typeof policyEntries]?: v.InferOutput<(typeof policyEntries)[Key]>
}
export type PolicyKey = keyof Policy
export const POLICY_KEYS = Object.keys(policyEntries) as PolicyKey[]

/** What holds where neither the organisation nor the person has said anything. */
export const POLICY_DEFAULTS = {
  enabled: true,
  telemetry: 'off',
  flushMinutes: 5,
  requestsPerFlush: 24,
  comments: 'off',
  wireframes: 'off',
  flagMode: 'off',
  sites: [],
  trustedKeys: [],
  roles: [],
  appBuilds: [],
  quietHours: [],
} as const satisfies Policy

export interface PolicyWarning {
  key: string
  message: string
}

/** Reads settings of unknown origin, key by key. Never throws; what is wrong is left out and named. */
export function parsePolicy(raw: unknown): { policy: Policy; warnings: PolicyWarning[] } {
  const warnings: PolicyWarning[] = []
  const policy: Record<string, unknown> = {}
  if (raw === undefined || raw === null) return { policy, warnings }
  if (typeof raw !== 'object' || Array.isArray(raw))
    return {
      policy,
      warnings: [{ key: '', message: 'settings are an object of names and values' }],
    }
  for (const [key, value] of Object.entries(raw)) {
    if (value === undefined || value === null || value === '') continue
    if (!Object.hasOwn(policyEntries, key)) {
      warnings.push({ key, message: 'no such setting' })
      continue
    }
    const parsed = v.safeParse(policyEntries[key as PolicyKey] as v.GenericSchema, value)
    if (parsed.success) policy[key] = parsed.output
    else warnings.push({ key, message: parsed.issues[0].message })
  }
  return { policy, warnings }
}
