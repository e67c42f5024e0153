import type { BrowserProof } from './browser/prove.ts'
import type { DomProof } from './dom-proof-shape.ts'

/** Counts by name, the most frequent first. */
function table(counts: Record<string, number>): string {
  return Object.entries(counts)
    .toSorted((a, b) => b[1] - a[1])
    .map(([name, count]) => `${name} ${count}`)
    .join(' · ')
}

const browserRow = (proof: BrowserProof) =>
  `| ${[
    ...[proof.browser, proof.app, proof.patients, proof.pairs, proof.events.length, proof.bytes],
    ...[proof.differences.length, proof.canaries, proof.found.length],
  ].join(' | ')} |`

const placeRows = ({ browser, app, places, planted }: BrowserProof) =>
  Object.entries(places).map(
    ([place, length]) => `| ${browser} | ${app} | ${place} | ${length} | ${planted[place] ?? 0} |`,
  )

const section = (title: string, lines: readonly string[]) =>
  lines.length > 0 ? `\n## ${title}\n\n${lines.map((line) => `- ${line}`).join('\n')}\n` : ''

/** The proof as a document; the same text goes to the terminal. */
export function proofDocument(dom: DomProof, browsers: readonly BrowserProof[]): string {
  const differences = [...dom.differences, ...browsers.flatMap((proof) => proof.differences)]
  return `# Twin pages send the same bytes

Made by \`npm run prove:twins\`; do not edit. Pages that differ in the data of their patient only are used by the same script. What is
sent, the random uids struck out, must be byte-identical: then nothing of the data is in it, in whatever coding, and nothing was decided by it.

The patient (made by fast-check, by a seed) stands in all 25 places of the specification: title, path, query and hash of the address, the
label, alternative text, placeholder, \`title\`, \`data-*\`, \`id\` and class, options, the name of a file, generated content of the style sheet,
SVG titles, canvas, the name and text of a frame, toasts, the name of a custom element, editable text, a password that is shown,
fields that fill themselves, roots within roots, an error's message; and in comments, \`meta\` and custom properties. Names are of eleven scripts
and kinds, right to left and with characters that are not seen; how many rows a table has differs too.

Patients come in families that are used alike: any two of a family are a pair. All of a family must send the same, so each pair does.

## In a DOM without a browser

Handrail's real modules from the page's events to the bytes of the requests: sensing with every signal switched on, walkthroughs, help panel,
reports with wireframes, gate, tally, queue and OTLP, in happy-dom. Screens: the app of our own, and three rebuilt with the addresses and
names by which the OpenMRS pack knows its own. Three to ten random acts each: presses, typing, pastes, scrolling, leaving, reports, walkthroughs.

**${dom.pairs} pairs (${dom.families} families, ${dom.runs} runs, ${dom.acts} acts, ${dom.bytes} bytes sent): ${dom.differences.length} differences.** Faults that switched Handrail off: ${dom.faults.length}.

Sent, by kind, for one patient of each family: ${table(dom.kinds)}.
Screens: ${table(dom.screens)}.

## In real browsers

The built extension, its worker and a collector on disk, on the app of our own, and on the demo’s OpenMRS through a proxy that gives its patient
other data. Then all that went to the collector (address, headers and body of each request), the
extension's storage and databases, the consoles (Chromium: page, worker and the extension's page; Firefox tells a driver nothing of its
background's) and every row of the collector's database are searched for each patient's strings in eight encodings: as they are, in small letters,
URL, base64, hex, MD5, SHA-1, SHA-256.

| browser | app | patients | pairs | events each | bytes compared | differences | strings searched for | found |
| --- | --- | --: | --: | --: | --: | --: | --: | --: |
${browsers.map(browserRow).join('\n')}

That the search finds anything is tried in the same run: a string is then planted in each place, in the eight encodings.

| browser | app | place | characters searched | encodings of the planted string found |
| --- | --- | --- | --: | --: |
${browsers.flatMap(placeRows).join('\n')}

## What it can see, and what it can't

\`test/prove/twins/twins.test.ts\` plants a detector that decides by a name's length, and a wireframe that measures one: both are seen.

Recipes find controls by their accessible names. Where a page has a control that is called after the patient's data, and that name is one
that the pack points at (a drug called “Save”), a walkthrough tells that its target is ambiguous, and that is counted. Such data is left out of the
pairs above, and a test of its own shows the case. A pack is made by people and signed; lint refuses names that look like data.
${section('Differences', differences)}${section(
  'Found',
  browsers.flatMap(({ found }) => found),
)}${section('Faults', dom.faults)}`
}
