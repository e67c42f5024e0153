import { render } from 'preact'
import { browser } from '../browser/webextension.ts'
import { request } from '../messaging/request.ts'
import type { SideAct, SideView } from '../overlay/side-view.ts'
import { createWords } from '../overlay/words.ts'
import { createFollower } from './follow-page.ts'
import { Side } from './side.tsx'

const { runtime, tabs } = browser
const { packs, language } = await request('read-packs', undefined)
const say = createWords(language)
document.documentElement.lang = language.tag
document.documentElement.dir = say.direction
document.title = say('help')

const read = async (pack: string, picture: string) =>
  packs.find(({ id }) => id === pack)?.pictures.find(({ id }) => id === picture)?.image
const act = (what: SideAct) => follower.act(what)
const draw = (view: SideView | undefined) =>
  render(<Side view={view} say={say} read={read} act={act} />, document.body)

const follower = createFollower({
  connectPage: (tabId, name) => tabs.connect(tabId, { name, frameId: 0 }),
  connectWorker: (name) => runtime.connect({ name }),
  after(ms, what) {
    const timer = setTimeout(what, ms)
    return () => clearTimeout(timer)
  },
  onView: draw,
})

/** The tab in front; or the one that the address names, for a panel that is open as a page. */
const named = new URLSearchParams(location.search).get('tab')
async function followFront(): Promise<void> {
  const [front] = await tabs.query({ active: true, currentWindow: true })
  if (front?.id !== undefined) follower.follow(front.id)
}
draw(undefined)
if (named !== null) follower.follow(Number(named))
else {
  tabs.onActivated.addListener(() => void followFront())
  await followFront()
}
addEventListener('pagehide', follower.stop)
