import { toJsonSchema } from '@valibot/to-json-schema'
import type * as v from 'valibot'
import { POLICY_KEYS, policyEntries } from '../src/vocabulary/policy.ts'

/** What an administrator reads beside each setting. */
const DESCRIPTIONS: Record<(typeof POLICY_KEYS)[number], string> = {
  enabled: 'Whether Handrail works at all. false clears every tab at once.',
  collectorUrl: 'Where tallies are sent: https, with or without /v1/logs.',
  collectorToken: 'The token that the collector expects from this site.',
  channelUrl: 'The channel that packs come from: https://…/v1/channels/<name>.',
  trustedKeys: 'Ed25519 public keys in base64 that may sign the channel.',
  sites: 'Match patterns of the apps that Handrail may work on. What no pack names stays off.',
  telemetry: 'Whether anonymous tallies are counted and sent: off or on.',
  flushMinutes: 'Minutes between two sendings: 0.5 to 1440.',
  requestsPerFlush:
    'Requests of one sending at most, of 200 records each: 1 to 100. After an outage the queue drains at this rate.',
  cohort: 'The pilot group of this browser, in kebab-case.',
  department: 'The department of this browser, in kebab-case.',
  linkHosts:
    'Hosts that the texts of packs may link to, of those that a pack names. Without it: all that a pack names.',
  roles: 'The roles of the people who use this browser, in kebab-case.',
  appBuilds: 'The build of each app in use here, as openmrs@3.2.1: what is for that build shows.',
  quietHours: 'Hours in which nothing comes up by itself but for safety: 22:00-06:00.',
  optionalSignals:
    'Signals that run of those that are off by themselves: thrashed_cursor, late_entry. Without it, a pack may switch late_entry on.',
  comments: 'Whether friction reports may hold checked free text: off or checked.',
  wireframes:
    'Whether friction reports may hold the screen as grey boxes, without text: off or on.',
  flagMode:
    'Whether people may step through the parts of a screen and flag what confuses, for research: off or on.',
  locale: 'The language of the help: en or pt-BR.',
}

interface Node {
  type?: string
  enum?: unknown[]
  items?: Node
}

/** Chromium's dialect knows types, enums and items; the finer rules are checked by Handrail itself, which warns. */
function plain({ type = 'string', enum: choices, items }: Node): Node {
  return {
    type,
    ...(choices === undefined ? {} : { enum: choices }),
    ...(items === undefined ? {} : { items: plain(items) }),
  }
}

/** The schema of `storage.managed` for Chromium, made from the policy of the vocabulary. */
export function managedSchema() {
  const properties = Object.fromEntries(
    POLICY_KEYS.map((key) => {
      const schema: v.GenericSchema = policyEntries[key]
      const node = toJsonSchema(schema, { errorMode: 'ignore' }) as Node
      return [key, { ...plain(node), description: DESCRIPTIONS[key] }]
    }),
  )
  return { type: 'object', properties }
}

/** The file as it stands in `public/`. */
export function managedSchemaFile(): string {
  const json = JSON.stringify(managedSchema(), null, 2)
  // Short lists on one line, as Biome has them.
  const lists = json.replace(/\[\s+([^[\]{}]*?)\s+\]/g, (_, items: string) => {
    return `[${items.replace(/\s+/g, ' ')}]`
  })
  return `${lists}\n`
}
