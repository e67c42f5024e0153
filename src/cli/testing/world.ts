import type { Environment } from '../environment.ts'

function missing(code: string): Error {
  return Object.assign(new Error(code), { code })
}

/** A world in memory: files by path, a clock that stands, and what was said. For tests. */
export function createTestWorld(texts: Record<string, string> = {}) {
  const files = new Map(
    Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)]),
  )
  const said: string[] = []
  const complaints: string[] = []
  const secrets = new Set<string>()
  const time = { now: new Date('2026-11-24T12:00:00Z') }
  const world: Environment = {
    fetch: () => Promise.reject(new TypeError('fetch failed')),
    now: () => time.now,
    log: (line) => said.push(line),
    logError: (line) => complaints.push(line),
    async readFile(path) {
      const bytes = files.get(path)
      if (bytes === undefined) throw missing('ENOENT')
      return bytes
    },
    async listFolder(path) {
      const inside = Array.from(files.keys()).filter((name) => name.startsWith(`${path}/`))
      if (inside.length === 0) throw missing('ENOENT')
      const names = inside.map((name) => name.slice(path.length + 1).replace(/\/.*/, ''))
      return [...new Set(names)].sort()
    },
    async writeFile(path, bytes) {
      files.set(path, new Uint8Array(bytes))
    },
    async writeSecret(path, text) {
      if (files.has(path)) throw missing('EEXIST')
      secrets.add(path)
      files.set(path, new TextEncoder().encode(text))
    },
    waitForEnter: () => Promise.resolve(),
    variables: {},
  }
  const write = (path: string, text: string) => files.set(path, new TextEncoder().encode(text))
  return { world, files, write, said, complaints, secrets, time }
}

/** The files of a small sound pack in the folder `pack`. */
export const SMALL_PACK: Record<string, string> = {
  'pack/pack.yaml': `format: handrail.pack/1
id: ward
version: 3
app:
  id: ward
  name: Ward
  sites: ['https://ward.example.org/*']
`,
  'pack/screens.yaml': `- id: chart
  title: Chart
  when:
    url: ['/patient/:id']
  examples: ['/patient/a']
- id: form
  title: Form
  when:
    url: ['/patient/:id/form']
  examples: ['/patient/a/form']
`,
  'pack/targets.yaml': `- id: open-form
  label: The button that opens the form
  anchor:
    role: button
    name: [Record vitals]
`,
  'pack/walkthroughs/record-vitals.yaml': `id: record-vitals
title: Record vitals
summary: Weight, height, blood pressure
screens: [chart]
owner: Clinical IT
reviewBy: 2027-05-01
steps:
  - id: open
    target: open-form
    text: Press **Record vitals**.
    advance: { on: press }
  - id: done
    screen: form
    text: Fill it in.
    advance: { on: next }
`,
  'pack/texts/fr.yaml': `screens:
  chart.title: Dossier
  form: { title: Formulaire }
targets.open-form.label: Le bouton du formulaire
walkthroughs:
  record-vitals:
    title: Saisir les constantes
    summary: Poids, taille, tension
    steps:
      open.text: Cliquez sur **Record vitals**.
      done: { text: Remplissez-le. }
`,
}
