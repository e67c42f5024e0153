import type { ComponentChildren } from 'preact'

const INLINE = /\*\*(.+?)\*\*|\*(.+?)\*|`(.+?)`|\[([^\]]+)\]\((https:\/\/[^\s)]+)\)/g

/** Emphasis, code and https links. What fits no form stays as the plain text that it is. */
function inline(text: string): ComponentChildren[] {
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
        <a href={address} target="_blank" rel="noopener noreferrer">
          {words}
        </a>,
      )
    from = match.index + whole.length
  }
  parts.push(text.slice(from))
  return parts
}

function block(lines: string[]): ComponentChildren {
  if (lines.every((line) => /^[-*] /.test(line)))
    return (
      <ul dir="auto">
        {lines.map((line) => (
          <li key={line}>{inline(line.slice(2))}</li>
        ))}
      </ul>
    )
  if (lines.every((line) => /^\d+\. /.test(line)))
    return (
      <ol dir="auto">
        {lines.map((line) => (
          <li key={line}>{inline(line.replace(/^\d+\. /, ''))}</li>
        ))}
      </ol>
    )
  return <p>{inline(lines.join(' '))}</p>
}

/** The small markdown of packs, as elements: there is no path by which a text becomes HTML. */
export function Markdown({ text }: { text: string }) {
  const blocks = text.trim().split(/\n\s*\n/)
  return <>{blocks.map((part) => block(part.split('\n').map((line) => line.trim())))}</>
}
