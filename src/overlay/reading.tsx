import type { ComponentChildren } from 'preact'
import type { ReadingView } from './guide.ts'
import { Markdown, OutsideLink } from './markdown.tsx'
import { Picture, type ReadPicture } from './picture.tsx'
import type { Say } from './words.ts'

interface Props {
  title: string
  /** What it is, where things of several kinds stand together. */
  kind?: string
  testId: string
  children: ComponentChildren
}

/** Words that open under their title. */
export function Unfolding({ title, kind, testId, children }: Props) {
  return (
    <details class="new" data-testid={testId}>
      <summary>
        <bdi>{title}</bdi>
        {kind !== undefined && <span class="kind">{kind}</span>}
      </summary>
      <div class="text">{children}</div>
    </details>
  )
}

interface ReadingProps {
  reading: ReadingView
  kind?: string
  read: ReadPicture
  say: Say
}

/** An article, or a hint wherever its control is. */
export function Reading({ reading, kind, read, say }: ReadingProps) {
  const { id, title, text, picture, links } = reading
  return (
    <Unfolding
      title={title}
      testId={`${reading.kind}-${id}`}
      {...(kind === undefined ? {} : { kind })}
    >
      <Markdown text={text} say={say} />
      {picture && <Picture picture={picture} read={read} />}
      {links.length > 0 && (
        <ul>
          {links.map((link) => (
            <li key={link.id}>
              <OutsideLink address={link.address} say={say}>
                {link.title}
              </OutsideLink>
            </li>
          ))}
        </ul>
      )}
    </Unfolding>
  )
}
