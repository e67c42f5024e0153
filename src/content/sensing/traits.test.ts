// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { ControlTraits } from '../../friction/observation.ts'
import { holdersOf } from './sensor.ts'
import { findControl } from './traits.ts'

afterEach(() => {
  document.body.replaceChildren()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const AT = { x: 5, y: 5 }

/** What is found for a press on `#p` (or the first element) of the markup. */
function pressed(html: string) {
  document.body.innerHTML = html
  const target = document.querySelector('#p') ?? document.body.firstElementChild
  if (target === null) throw new Error('The markup holds no element')
  const path = holdersOf(target)
  const found = findControl(path, window, AT, findControl(path, window, AT)?.element)
  if (found === undefined) throw new Error('Nothing was found')
  return found
}

describe('a control', () => {
  it.each([
    ['<button><svg id="p"></svg></button>', 'button'],
    ['<a href="/x"><i id="p">x</i></a>', 'link'],
    ['<div role="tab"><i id="p">x</i></div>', 'tab'],
    ['<div role="menuitemradio" id="p">x</div>', 'menuitem'],
    ['<details><summary id="p">x</summary></details>', 'button'],
    ['<div style="cursor:pointer" id="p">x</div>', 'generic'],
    ['<div tabindex="0" id="p">x</div>', 'generic'],
    ['<input type="checkbox" id="p">', 'checkbox'],
    ['<input type="submit" id="p">', 'button'],
    ['<input id="p">', 'textbox'],
  ])('is found in %s', (html, role) => {
    const { traits } = pressed(html)
    expect(traits).toMatchObject({ isInteractive: true, role })
  })

  it('is what the label is for, where a label is pressed', () => {
    const { element, traits } = pressed('<label for="f" id="p">Weight</label><input id="f">')
    expect(element.id).toBe('f')
    expect(traits.isTextField).toBe(true)
  })

  it('is the whole row, where a row shows the hand', () => {
    const html = '<div id="row" style="cursor:pointer"><i id="p" style="cursor:pointer">x</i></div>'
    expect(pressed(html).element.id).toBe('row')
  })

  it.each([
    ['<p id="p">words</p>'],
    ['<div role="tabpanel" tabindex="0" id="p">words</div>'],
    ['<div tabindex="0" id="p">words <button>x</button></div>'],
    ['<div tabindex="-1" id="p">words</div>'],
  ])('is not found in %s', (html) => {
    expect(pressed(html).traits.isInteractive).toBe(false)
  })
})

describe('the traits', () => {
  it.each<[string, keyof ControlTraits]>([
    ['<button disabled id="p">x</button>', 'isDisabled'],
    ['<div aria-disabled="true"><button id="p">x</button></div>', 'isDisabled'],
    ['<a href="/x" download id="p">x</a>', 'isDownload'],
    ['<select id="p"></select>', 'isSelect'],
    ['<input type="date" id="p">', 'isTextField'],
    ['<input type="file" id="p">', 'isFileInput'],
    ['<div contenteditable="true"><b id="p">x</b></div>', 'isContentEditable'],
    ['<canvas id="p"></canvas>', 'isCanvas'],
    ['<video controls id="p"></video>', 'isMedia'],
    ['<div><input type="number"><button id="p">x</button></div>', 'isStepper'],
    ['<div role="tab" aria-selected="true" id="p">x</div>', 'isCurrent'],
    ['<input type="radio" id="p">', 'isCurrent'],
  ])('of %s hold %s', (html, trait) => {
    expect(pressed(html).traits[trait]).toBe(true)
  })

  it.each([
    ['a calendar', '<div class="cds-calendar"><button id="p">x</button></div>'],
    ['a time picker', '<div class="ant-time-picker"><b id="p">x</b></div>'],
    ['a grid', '<table role="grid"><tr><td id="p">3</td></tr></table>'],
    ['a stepper beside a number', '<div><input type="number"><button id="p">x</button></div>'],
    ['a carousel', '<div aria-roledescription="carousel"><button id="p">x</button></div>'],
    ['a pager', '<nav class="pagination"><button id="p">2</button></nav>'],
    ['a next button', '<button aria-label="Next page" id="p"></button>'],
    ['a zoom button', '<button aria-label="Zoom in" id="p"></button>'],
  ])('tell that %s is made for quick presses', (_, html) => {
    expect(pressed(html).traits.isRepeatable).toBe(true)
  })

  it.each([
    ['in another tab', '<a href="/x" target="_blank" id="p">x</a>'],
    ['in another frame', '<a href="/x" target="chart" id="p">x</a>'],
    ['in another program', '<a href="mailto:a@b.example" id="p">x</a>'],
    ['in another tab, as all of its page', '<base target="_blank"><a href="/x" id="p">x</a>'],
  ])('tell that a link is followed %s', (_, html) => {
    vi.stubGlobal('navigation', {})
    expect(pressed(html).traits.isLeaving).toBe(true)
  })

  it('tell that a link is followed here, where the browser tells of that', () => {
    const html = '<a href="https://ehr.example/x" id="p">x</a>'
    expect(pressed(html).traits.isLeaving).toBe(true)
    vi.stubGlobal('navigation', {})
    expect(pressed(html).traits.isLeaving).toBe(false)
    expect(pressed('<button id="p">x</button>').traits.isLeaving).toBe(false)
  })

  it('do not take a form’s own button for a stepper', () => {
    const form = '<form><input type="number"><button type="submit" id="p">Save</button></form>'
    expect(pressed(form).traits.isRepeatable).toBe(false)
  })
})

describe('a disabled control that lets the pointer through', () => {
  const find = (x: number) => {
    document.body.innerHTML = '<span id="p"><button disabled>Next</button><i>of 3</i></span>'
    const boxes = { BUTTON: new DOMRect(0, 0, 40, 20), I: new DOMRect(40, 0, 40, 20) }
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (
      this: Element,
    ) {
      return boxes[this.tagName as keyof typeof boxes] ?? new DOMRect(0, 0, 80, 20)
    })
    const around = document.querySelector('#p') as Element
    return findControl(holdersOf(around), window, { x, y: 10 })
  }

  it('is what was pressed, where the press was on it', () => {
    expect(find(20)).toMatchObject({ traits: { isDisabled: true, role: 'button' } })
  })

  it('is not, where the press was beside it', () => {
    expect(find(60)?.traits.isDisabled).toBe(false)
  })
})
