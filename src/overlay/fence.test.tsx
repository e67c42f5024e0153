// @vitest-environment jsdom
import { render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { act } from 'preact/test-utils'
import { expect, onTestFinished, test } from 'vitest'
import { Fence } from './fence.tsx'

function open(Part: () => preact.JSX.Element) {
  const into = document.createElement('div')
  const faults: unknown[] = []
  onTestFinished(() => render(null, into))
  act(() =>
    render(
      <Fence onFault={(error) => faults.push(error)}>
        <Part />
      </Fence>,
      into,
    ),
  )
  return { into, faults }
}
const fault = new Error('unforeseen')
function throwFault(): never {
  throw fault
}

test('a fault in what is drawn anew by itself is told, and nothing half drawn is left', () => {
  let spoil = () => {}
  const { into, faults } = open(() => {
    const [isBad, setBad] = useState(false)
    spoil = () => setBad(true)
    return <p>{isBad ? throwFault() : 'Words'}</p>
  })
  expect(into.textContent).toBe('Words')
  act(() => spoil())
  expect([faults, into.textContent]).toEqual([[fault], ''])
})

test('so is one that comes after the drawing', () => {
  const { into, faults } = open(() => {
    useEffect(throwFault, [])
    return <p>Words</p>
  })
  expect([faults, into.textContent]).toEqual([[fault], ''])
})
