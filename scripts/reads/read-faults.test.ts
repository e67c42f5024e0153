import { describe, expect, it } from 'vitest'
import { readFaults, readsIn } from './read-faults.ts'

const FILE = 'src/content/sensing/planted.ts'
const namesIn = (source: string) => readsIn(FILE, source).map(({ name }) => name)

describe('the check of what sensing reads', () => {
  it.each([
    ['field.value', 'value'],
    ['(field as HTMLInputElement)?.value', 'value'],
    ['field["value"]', 'value'],
    ['const { value } = field', 'value'],
    ['listen(["keydown"], ({ key: pressed }) => report(pressed))', 'key'],
    ['const { data = "" } = event as InputEvent', 'data'],
    ['event.clipboardData?.getData("text/plain")', 'clipboardData'],
    ['node.textContent', 'textContent'],
    ['element.innerText', 'innerText'],
    ['node.nodeValue', 'nodeValue'],
    ['document.getSelection()?.toString()', 'toString'],
    ['document.title', 'title'],
    ['view.location.href', 'href'],
    ['document.cookie', 'cookie'],
    ['element.dataset', 'dataset'],
    ['Object.getOwnPropertyDescriptor(proto, "value")?.get?.call(field)', 'value'],
    ['Object.getOwnPropertyDescriptor(proto, name)', 'what is chosen at run time'],
    ['Reflect.get(field, "value")', 'value'],
    ['attributeOf(element, "aria-label")', 'aria-label'],
    ['element.getAttribute("title")', 'title'],
    ['attributeOf(element, name)', 'what is chosen at run time'],
    ['textOf(node)', 'textOf'],
    ['recordText(banner, [])', 'recordText'],
    ['navigator.clipboard.readText()', 'readText'],
  ])('catches %s', (source, name) => {
    expect(namesIn(source)).toContain(name)
  })

  it.each([
    ['a comment', '// field.value is what nobody reads\n/* event.key */'],
    ['a string', 'const about = "the value, key and data of a field"'],
    ['what an object is made of', 'report({ value: 1 })'],
    [
      'what kind of thing an element is',
      'attributeOf(element, "role"); field.type; event.inputType',
    ],
    ['a type', 'type Entry = { value: string }; let entry: Entry["value"]'],
    ['where a selection is, and not what', 'document.getSelection()?.type === "Range"'],
  ])('lets %s pass', (_, source) => {
    expect(namesIn(source)).toEqual([])
  })

  it('tells where, and lets pass what is listed by file and name', () => {
    const files = [{ file: FILE, source: 'const a = 1\nconst b = field.value + field.title' }]
    const allowed = [{ file: FILE, name: 'title', why: 'a test' }]
    expect(readFaults(files, allowed)).toEqual([
      `${FILE}:2 reads 'value': what senses and reports takes nothing of what a page says or a person enters`,
    ])
    expect(readFaults(files, [{ file: 'other.ts', name: 'value', why: '' }])).toHaveLength(3)
  })

  it('refuses a list that allows what nobody reads', () => {
    expect(readFaults([], [{ file: FILE, name: 'title', why: '' }])).toEqual([
      `${FILE} no longer reads 'title': take it off the list`,
    ])
  })
})
