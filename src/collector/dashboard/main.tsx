import { render } from 'preact'
import { App } from './app.tsx'
import { createModel } from './model.ts'
import { createNotesModel } from './notes-model.ts'

const address = new URL(location.href)
const key = address.searchParams.get('key') ?? undefined
// The key must not stay in the address bar or the history.
if (key !== undefined) {
  address.searchParams.delete('key')
  history.replaceState(null, '', address)
}

const root = document.getElementById('root')
if (root !== null) {
  const fetcher: typeof fetch = (input, init) => fetch(input, init)
  const model = createModel({
    fetcher,
    key,
    isHidden: () => document.hidden,
  })
  model.start()
  render(<App model={model} notes={createNotesModel(fetcher)} />, root)
}
