import { render } from 'preact'
import { request } from '../messaging/request.ts'
import { createWords } from '../overlay/words.ts'
import { readablesOf } from './readables.ts'
import { Reader } from './reader.tsx'

const { packs, locale, language } = await request('read-packs', undefined)
const say = createWords(language)
document.documentElement.lang = language.tag
document.documentElement.dir = say.direction

const params = new URLSearchParams(location.search)
const all = readablesOf(packs, locale)
const one = all.find(
  ({ pack, id }) => pack === params.get('pack') && id === params.get('walkthrough'),
)
document.title = one?.title ?? say('readAsPage')
const read = async (pack: string, picture: string) =>
  packs.find(({ id }) => id === pack)?.pictures.find(({ id }) => id === picture)?.image
render(
  <Reader one={one} all={all} say={say} read={read} print={() => window.print()} />,
  document.body,
)
