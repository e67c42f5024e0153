import { formCard, listCard, shadowCard, tableCard } from './cards.ts'
import { createRandom } from './random.ts'
import { AREAS, NAVIGATION, PEOPLE, SUBJECTS } from './words.ts'

const STYLE = `body{margin:0;font:14px/1.4 sans-serif}main{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:12px;padding:12px}
.card{border:1px solid #ccc;padding:8px;contain:content}.row{display:flex;gap:4px}.icon{width:12px;height:12px}.scroll{overflow-x:auto}
.field{display:grid;grid-template-columns:1fr 1fr}table{border-collapse:collapse}td,th{padding:2px 6px}.muted{color:#666}
nav ul{display:flex;flex-wrap:wrap;gap:8px;list-style:none}`

/** Titles in a fixed order, all different: 'Inpatient vital signs', 'Inpatient allergies' … */
export function titlesOf(kind: keyof typeof SUBJECTS): string[] {
  return AREAS.flatMap((area) =>
    SUBJECTS[kind].map((subject) => `${area} ${subject.toLowerCase()}`),
  )
}

const CARDS = [tableCard, formCard, listCard, tableCard, shadowCard]
const countElements = (html: string) => html.match(/<[a-z]/g)?.length ?? 0

/** A page of a made-up clinical app with at least so many elements; always the same. */
export function clinicPage(kind: keyof typeof SUBJECTS, elements: number): string {
  const random = createRandom(kind.length)
  const cards: string[] = []
  let count = 0
  for (const [index, title] of titlesOf(kind).entries()) {
    if (count >= elements) break
    const card = (CARDS[index % CARDS.length] ?? tableCard)(title, random)
    cards.push(card)
    count += countElements(card)
  }
  if (count < elements) throw new Error(`The words are enough for ${count} elements only`)
  const links = NAVIGATION.map(
    (words) => `<li><a href="#/${words.replaceAll(' ', '-')}">${words}</a></li>`,
  )
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Clinic</title><style>${STYLE}</style></head>
<body><header><a href="#/">Clinic</a><input type="search" aria-label="Search for a patient"><button type="button" aria-label="My account">N</button></header>
<nav aria-label="Main"><ul>${links.join('')}</ul></nav>
<div class="patient-banner"><h1>${random.pick(PEOPLE)}</h1><dl><dt>Age</dt><dd>41</dd><dt>Ward</dt><dd>3 West</dd></dl></div>
<div id="app"><h2>${kind === 'chart' ? 'Patient chart' : 'Department'}</h2><main>${cards.join('\n')}</main></div>
<div id="live" aria-hidden="true"></div></body></html>`
}
