/** Words as they are said and searched: without the marks of markdown, and links by their words. */
export function plainWords(markdown: string): string {
  return markdown.replace(/[*`]/g, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
}
