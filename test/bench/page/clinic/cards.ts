import type { Random } from './random.ts'
import { COLUMNS, FIELDS, PEOPLE, ROW_ACTIONS, TOOLS } from './words.ts'

const kebab = (words: string) => words.toLowerCase().replace(/[^a-z]+/g, '-')

const icon = '<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d="M2 8h12"/></svg>'
const button = (words: string, more = '') =>
  `<button type="button" class="btn"${more}>${icon}<span>${words}</span></button>`

/** A part of the page as component libraries build it: a heading in boxes within boxes. */
function card(title: string, inner: string): string {
  return `<div class="col"><div class="tile"><section class="card" data-testid="${kebab(title)}-card">
<div class="card-head"><h3>${title}</h3></div><div class="card-body"><div>${inner}</div></div>
</section></div></div>`
}

function field(words: string, prefix: string, random: Random): string {
  const id = `${prefix}-${kebab(words)}`
  const control = random.pick([
    `<input id="${id}" name="${id}" type="text">`,
    `<input id="${id}" name="${id}" type="number">`,
    `<select id="${id}" name="${id}"><option>Choose</option><option>Left</option><option>Right</option></select>`,
    `<textarea id="${id}" name="${id}"></textarea>`,
  ])
  return `<div class="field"><div><label for="${id}">${words}</label><span class="req">*</span></div><div>${control}</div></div>`
}

export function formCard(title: string, random: Random): string {
  const from = random.upTo(FIELDS.length)
  const names = [...FIELDS, ...FIELDS].slice(from, from + 8)
  const fields = names.map((words) => field(words, kebab(title), random)).join('\n')
  return card(
    title,
    `<form action="#" onsubmit="return false">${fields}<div class="row">${button('Cancel')}${button(`Save ${title.toLowerCase()}`)}</div></form>`,
  )
}

function row(random: Random): string {
  const cells = [
    `${1 + random.upTo(28)} Nov 2026`,
    random.pick(FIELDS),
    `${random.upTo(200)}.${random.upTo(10)}`,
    random.pick(['mg', 'mmol/L', 'kg', '°C']),
    random.pick(PEOPLE),
    `<span class="tag"><span>${random.pick(['Final', 'Draft', 'Amended'])}</span></span>`,
  ]
  const actions = ROW_ACTIONS.map((words) => button(words)).join('')
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}<td><div class="row">${actions}</div></td></tr>`
}

export function tableCard(title: string, random: Random): string {
  const head = COLUMNS.map((words) => `<th scope="col">${words}</th>`).join('')
  const rows = Array.from({ length: 8 }, () => row(random)).join('\n')
  const tools = TOOLS.slice(0, 4)
    .map((words) => button(words))
    .join('')
  return card(
    title,
    `<div role="toolbar" aria-label="${title} tools">${tools}${button(`Record ${title.toLowerCase()}`)}</div>
<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div>`,
  )
}

export function listCard(title: string, random: Random): string {
  const items = Array.from({ length: 10 }, () => {
    const words = `${random.pick(FIELDS)} ${random.upTo(90)}`
    return `<li><div class="item"><div><a href="#/item">${words}</a></div><p class="muted">${random.pick(PEOPLE)}</p></div></li>`
  }).join('\n')
  return card(
    title,
    `<ul>${items}</ul><a href="#/${kebab(title)}">See all</a>${button(`Review ${title.toLowerCase()}`, ` data-testid="review-${kebab(title)}"`)}`,
  )
}

/** A web component: its controls stand in an open shadow root. */
export function shadowCard(title: string): string {
  return card(
    title,
    `<clinic-panel><template shadowrootmode="open"><h4>${title} summary</h4><p>Nothing is due.</p>
<button type="button">Open ${title.toLowerCase()} summary</button></template></clinic-panel>`,
  )
}
