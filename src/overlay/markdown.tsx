import type { ComponentChildren } from 'preact'
import type { Say } from './words.ts'

const INLINE = /\*\*(.+?)\*\*|\*(.+?)\*|`(.+?)`|\[([^\]]+)\]\((https:\/\/[^\s()[\]]+)\)/g

/** Emphasis, code and https links. What fits no form stays as the plain text that it is. */
function inline(text: string, say: Say): ComponentChildren[] {
  const parts: ComponentChildren[] = []
  let from = 0
  for (const match of text.matchAll(INLINE)) {
    const [whole, strong, emphasis, code, words, address] = match
    parts.push(text.slice(from, match.index))
    if (strong !== undefined) parts.push(<strong>{strong}</strong>)
    else if (emphasis !== undefined) parts.push(<em>{emphasis}</em>)
    else if (code !== undefined) parts.push(<code>{code}</code>)
    else
      parts.push(
        <OutsideLink address={address ?? ''} say={say}>
          {words}
        </OutsideLink>,
      )
    from = match.index + whole.length
  }
  parts.push(text.slice(from))
  return parts
}

interface LinkProps {
  address: string
  say: Say
  children: ComponentChildren
}

/** A link to the organisation's own material: it says that it leaves the app, and takes nothing along. */
export function OutsideLink({ address, say, children }: LinkProps) {
  return (
    <a href={address} target="_blank" rel="noopener noreferrer">
      {children}
      <span class="out" aria-hidden="true">
        ↗
      </span>
      <span class="spoken"> {say('leaves')}</span>
    </a>
  )
}

function block(lines: string[], say: Say): ComponentChildren {
  if (lines.every((line) => /^[-*] /.test(line)))
    return (
      <ul dir="auto">
        {lines.map((line) => (
          <li key={line}>{inline(line.slice(2), say)}</li>
        ))}
      </ul>
    )
  if (lines.every((line) => /^\d+\. /.test(line)))
    return (
      <ol dir="auto">
        {lines.map((line) => (
          <li key={line}>{inline(line.replace(/^\d+\. /, ''), say)}</li>
        ))}
      </ol>
    )
  return <p>{inline(lines.join(' '), say)}</p>
}

/** The small markdown of packs, as elements: there is no path by which a text becomes HTML. */
export function Markdown({ text, say }: { text: string; say: Say }) {
  const blocks = text.trim().split(/\n\s*\n/)
  return (
    <>
      {blocks.map((part) =>
        block(
          part.split('\n').map((line) => line.trim()),
          say,
        ),
      )}
    </>
  )
}
