/** Who asks, as the browser says (never as the message says). */
export interface Sender {
  id?: string
  url?: string
  /** Of the document; 'null' where it is in a sandbox. */
  origin?: string
  frameId?: number
  tab?: { id?: number; url?: string }
}

/**
 * The address that says which site a sender is of. A frame that its page has written itself (`srcdoc`,
 * `about:blank`, `blob:`) has none of its own, and the origin of its page: it is of that site where packs
 * and settings name all of it.
 */
export function siteAddress({ url = '', origin = '', frameId = 0 }: Sender): string {
  const isWritten = frameId !== 0 && /^(about|blob):/.test(url)
  return isWritten && /^https?:\/\//.test(origin) ? `${origin}/` : url
}
