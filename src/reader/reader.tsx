import { Markdown } from '../overlay/markdown.tsx'
import { Picture, type ReadPicture } from '../overlay/picture.tsx'
import type { Say } from '../overlay/words.ts'
import type { Readable } from './readables.ts'

interface Props {
  /** The walkthrough that the address names; without it, all are listed. */
  one: Readable | undefined
  all: Readable[]
  say: Say
  read: ReadPicture
  print: () => void
}

/** Walkthroughs to be read and printed, away from any app. */
export function Reader({ one, all, say, read, print }: Props) {
  if (!one)
    return (
      <main data-testid="reader-list">
        <h1>{say('readAsPage')}</h1>
        {all.length === 0 && <p>{say('nothingToRead')}</p>}
        <ul class="titles">
          {all.map(({ pack, id, appName, title, summary }) => (
            <li key={`${pack}/${id}`}>
              <a href={`?${new URLSearchParams({ pack, walkthrough: id })}`}>{title}</a>
              <span class="soft">
                {appName}
                {summary !== '' && ` · ${summary}`}
              </span>
            </li>
          ))}
        </ul>
      </main>
    )
  return (
    <main data-testid="reader">
      <p class="soft">{one.appName}</p>
      <h1>{one.title}</h1>
      {one.summary !== '' && <p class="summary">{one.summary}</p>}
      <ol class="steps">
        {one.steps.map(({ id, screenTitle, text, picture }) => (
          <li key={id} data-testid={`reader-step-${id}`}>
            {screenTitle !== undefined && <h2>{screenTitle}</h2>}
            <Markdown text={text} say={say} />
            {picture && <Picture picture={picture} read={read} />}
          </li>
        ))}
      </ol>
      <p class="tools">
        <button type="button" class="primary" data-testid="print" onClick={print}>
          {say('print')}
        </button>{' '}
        <a href="?">{say('allWalkthroughs')}</a>
      </p>
    </main>
  )
}
