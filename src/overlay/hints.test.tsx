// @vitest-environment jsdom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { expect, onTestFinished, test, vi } from 'vitest'
import { pickLanguage } from '../words/pick-language.ts'
import type { GuideActions, HintView } from './guide.ts'
import { Hints } from './hints.tsx'
import { createWords } from './words.ts'

// What one looks like, and that it takes the focus when it opens, is of the browser.
vi.mock('./beacon.tsx', () => ({
  Beacon: ({ hint, isOpen, onOpen }: Parameters<typeof import('./beacon.tsx')['Beacon']>[0]) => (
    <button type="button" id={hint.id} aria-expanded={isOpen} onClick={() => onOpen(!isOpen)} />
  ),
}))

const hint = (id: string): HintView => ({
  ...{ pack: 'ward', id, kind: 'beacon', title: undefined, text: 'x', label: id },
  target: document.body,
})

function open() {
  const host = document.createElement('div')
  document.body.append(host)
  onTestFinished(() => {
    render(null, host)
    host.remove()
  })
  const draw = (...hints: HintView[]) =>
    act(() =>
      render(
        <Hints
          document={document}
          host={host}
          hints={hints}
          actions={{} as GuideActions}
          say={createWords(pickLanguage('en'))}
          leave={(leaving) => leaving()}
        />,
        host,
      ),
    )
  return {
    draw,
    press: (id: string) => act(() => host.querySelector<HTMLElement>(`#${id}`)?.click()),
    opened: () => [...host.querySelectorAll('[aria-expanded="true"]')].map(({ id }) => id),
  }
}

test('at most one is open', () => {
  const { draw, press, opened } = open()
  draw(hint('send'), hint('save'))
  press('send')
  press('save')
  expect(opened()).toEqual(['save'])
})

test('one whose target was away for a moment does not open again by itself, which would take the focus', () => {
  const { draw, press, opened } = open()
  draw(hint('send'), hint('save'))
  press('send')
  draw(hint('save'))
  draw(hint('send'), hint('save'))
  expect(opened()).toEqual([])
})
