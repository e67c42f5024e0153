import { createRandom } from './random.ts'
import { renameClasses, renameData, renameIds } from './rename.ts'
import { changeWords, translate } from './words.ts'

/** A drift of a whole page; gives what each replaced element became. */
type PageDrift = () => Map<Element, Element> | undefined

const SEED = 20_261_124
const FLOW = 'div,section,main,article,form,fieldset,header,footer,aside,nav,li,td,body'
const WRAPPED = 'div,section,button,input,select,textarea,a,h1,h2,h3,h4,ul,table,form'
/** How many of the elements that could be wrapped are. */
const WRAPPED_SHARE = 0.25

function wrapSome() {
  const random = createRandom(SEED)
  for (const element of document.querySelectorAll(`:is(${FLOW}) > :is(${WRAPPED})`)) {
    if (random() > WRAPPED_SHARE) continue
    const wrapper = document.createElement('div')
    wrapper.style.display = 'contents'
    element.before(wrapper)
    wrapper.append(element)
  }
}

/** Siblings of one tag and class: items of a list, rows, tabs, cards. */
function twinsOf(parent: Element): Element[][] {
  const groups = new Map<string, Element[]>()
  for (const child of parent.children) {
    const key = `${child.localName} ${child.getAttribute('class') ?? ''}`
    groups.set(key, [...(groups.get(key) ?? []), child])
  }
  return [...groups.values()].filter((group) => group.length > 1)
}

function reorder() {
  const random = createRandom(SEED)
  for (const parent of document.querySelectorAll('body, body *'))
    for (const twins of twinsOf(parent)) {
      const places = twins.map((twin) => {
        const place = document.createComment('')
        twin.before(place)
        return place
      })
      const shuffled = twins
        .map((twin) => ({ twin, key: random() }))
        .sort((a, b) => a.key - b.key)
        .map(({ twin }) => twin)
      shuffled.forEach((twin, index) => {
        places[index]?.replaceWith(twin)
      })
    }
}

const RETAGGED: Record<string, { tag: string; role: string }> = {
  BUTTON: { tag: 'div', role: 'button' },
  A: { tag: 'span', role: 'link' },
  H2: { tag: 'h3', role: '' },
  H3: { tag: 'h4', role: '' },
  H4: { tag: 'h5', role: '' },
}

function retag() {
  const became = new Map<Element, Element>()
  for (const element of document.querySelectorAll('button,a[href],h2,h3,h4')) {
    const next = RETAGGED[element.tagName]
    if (next === undefined) continue
    const copy = document.createElement(next.tag)
    for (const { name, value } of element.attributes)
      if (!['type', 'href', 'disabled'].includes(name)) copy.setAttribute(name, value)
    if (next.role && !copy.hasAttribute('role')) copy.setAttribute('role', next.role)
    if (next.role) copy.tabIndex = 0
    copy.append(...element.childNodes)
    element.replaceWith(copy)
    became.set(element, copy)
  }
  return became
}

function translateAll() {
  document.documentElement.lang = 'x-drift'
  changeWords([document.body], translate)
}

const HEADINGS = 'h1,h2,h3,h4,h5,h6,[role=heading],legend,caption'

function rewordHeadings() {
  changeWords(document.querySelectorAll(HEADINGS), (text) => `${translate(text)} overview`)
}

const plain = (change: () => void): PageDrift => {
  return () => {
    change()
    return undefined
  }
}

export const pageDrifts: Record<string, PageDrift> = {
  'classes renamed': plain(renameClasses),
  'ids renamed': plain(renameIds),
  'data-* renamed': plain(renameData),
  wrapped: plain(wrapSome),
  'twins reordered': plain(reorder),
  'tags changed, roles kept': retag,
  'headings reworded': plain(rewordHeadings),
  translated: plain(translateAll),
  'classes, ids, wrapped, reordered at once': plain(() => {
    // Twins are told by their class, so they are moved first.
    reorder()
    renameClasses()
    renameIds()
    wrapSome()
  }),
}
