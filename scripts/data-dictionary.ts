import { bucketLabel, COUNT_BUCKETS } from '../src/vocabulary/bucket.ts'
import { DICTIONARY_VERSION, EVENT_KINDS, entryOf } from '../src/vocabulary/dictionary.ts'
import {
  ATTRIBUTE_NAMES,
  ATTRIBUTES,
  CLASSES,
  DENOMINATORS,
  type Entry,
  RETENTION,
  RETENTION_DAYS,
  SENSITIVITIES,
} from '../src/vocabulary/dictionary-entry.ts'
import { ELEMENT_REGIONS } from '../src/vocabulary/element-regions.ts'
import { ELEMENT_ROLES } from '../src/vocabulary/element-roles.ts'
import { type Field, WIRE_KEYS } from '../src/vocabulary/otlp.ts'
import { FREQUENCY_IDS, SEVERITY_IDS } from '../src/vocabulary/report-details.ts'

/** What only a note holds. */
const IN_NOTES = {
  comment:
    'Words of the person’s own, after a check that they hold nothing like a patient’s data and nothing that stands on the page',
  wireframe: 'The screen as grey boxes: their places on a grid and their roles, from a closed list',
} as const

/** What is on every record, or on none but the odd one, whatever it is about. */
const ON_EVERY_RECORD: Record<
  Exclude<Field, keyof typeof ATTRIBUTES | keyof typeof IN_NOTES | 'outcome'>,
  string
> = {
  uid: 'A random number of this record, to count it once: dropped after that',
  app: 'The app, by the pack’s id for it',
  packVersion: 'The version of the pack that was in force',
  count: 'How often in that hour, as a bucket',
  firstToday: 'Whether this browser counts this for the first time today',
  firstThisWeek: 'Whether it does for the first time this week',
  cohort: 'The pilot group, where policy sets one',
  department: 'The department, where policy sets one',
}

const row = (...cells: string[]) => `| ${cells.join(' | ')} |`
const code = (text: string) => `\`${text}\``

function attributesOf({ required, optional = [] }: Entry): string {
  const names = [
    ...required.map(code),
    ...optional.map((name) => `${code(name)} (where it is known)`),
  ]
  return names.length === 0 ? 'none' : names.join(', ')
}

function bucketsOf({ counts }: Entry): string {
  return COUNT_BUCKETS.filter((bound) => counts.includes(bound))
    .map(bucketLabel)
    .join(', ')
}

function section(kind: (typeof EVENT_KINDS)[number]): string[] {
  const entry = entryOf(kind)
  const { label, meaning, version, per, outcomes, sensitivity, retention, optIn, validation } =
    entry
  return [
    `### ${label}`,
    '',
    `${code(kind)}, definition ${version}. ${meaning}.`,
    '',
    ...(optIn === undefined ? [] : [`- **Off** until a ${optIn} names it.`]),
    `- About: ${attributesOf(entry)}`,
    ...(per === undefined ? [] : [`- Shown ${DENOMINATORS.visit} and ${DENOMINATORS[per]}`]),
    ...(outcomes === undefined
      ? []
      : [
          '- Outcomes:',
          ...Object.entries(outcomes).map(([outcome, name]) => `  - ${code(outcome)}: ${name}`),
        ]),
    `- Counts: ${bucketsOf(entry)}`,
    `- Sensitivity: ${sensitivity}`,
    `- Kept: as ${retention}`,
    `- How right it is: ${validation}`,
    '',
  ]
}

/** `docs/data-dictionary.md`, made from the dictionary. */
export function dataDictionaryFile(): string {
  const lines = [
    '# Data dictionary',
    '',
    `All that Handrail can count: version ${DICTIONARY_VERSION}. What does not stand here can’t be built, sent or accepted.`,
    'This page is made from `src/vocabulary/dictionary.ts` by `npm run build`.',
    '',
    'A record says how often one thing happened in one hour. It holds no text, value, key or address of a page, and nothing that tells who.',
    '',
    '## What a record holds',
    '',
    row('Attribute', 'On the wire', 'Meaning'),
    row('---', '---', '---'),
    row('kind', code('eventName'), 'What happened: `friction.` and one of the kinds below'),
    row('hour', code('timeUnixNano'), 'The hour that it happened in, UTC'),
    ...ATTRIBUTE_NAMES.map((name) => row(name, code(WIRE_KEYS[name]), ATTRIBUTES[name])),
    row('outcome', code(WIRE_KEYS.outcome), 'One of the outcomes of the kind'),
    ...Object.entries(ON_EVERY_RECORD).map(([name, meaning]) =>
      row(name, code(WIRE_KEYS[name as Field]), meaning),
    ),
    '',
    `Roles: ${ELEMENT_ROLES.map(code).join(', ')}.`,
    '',
    `Regions: ${ELEMENT_REGIONS.map(code).join(', ')}.`,
    '',
    `Severity: ${SEVERITY_IDS.map(code).join(', ')}. How often: ${FREQUENCY_IDS.map(code).join(', ')}.`,
    '',
    '## Notes',
    '',
    'A friction report may have a comment or a wireframe where the policy allows it; both are off by themselves. They go in a record of their own,',
    '`friction.note`, with the day and neither hour nor count, cohort or department. It says the app, the screen, the element and the report’s reason too.',
    `Kept until a researcher deletes it, and up to ${RETENTION_DAYS.notes} days.`,
    '',
    row('Attribute', 'On the wire', 'Meaning'),
    row('---', '---', '---'),
    ...Object.entries(IN_NOTES).map(([name, meaning]) =>
      row(name, code(WIRE_KEYS[name as Field]), meaning),
    ),
    '',
    '## What the words mean',
    '',
    ...Object.values(CLASSES).map((text) => `- ${text}.`),
    '',
    'Sensitivity:',
    '',
    ...Object.values(SENSITIVITIES).map((text) => `- ${text}.`),
    '',
    'How long it is kept:',
    '',
    ...Object.entries(RETENTION).map(([name, text]) => `- ${code(name)}: ${text}.`),
    '',
    ...(Object.keys(CLASSES) as (keyof typeof CLASSES)[]).flatMap((name) => [
      `## ${CLASSES[name].split(':')[0]}`,
      '',
      ...EVENT_KINDS.filter((kind) => entryOf(kind).class === name).flatMap(section),
    ]),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

if (import.meta.main) process.stdout.write(dataDictionaryFile())
