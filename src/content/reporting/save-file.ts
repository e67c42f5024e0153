const TYPES = { json: 'application/json', csv: 'text/csv' } as const

/** Gives the person a file, by a link in Handrail’s own shadow root that lives for a moment. */
export function saveFile(host: HTMLElement, text: string, form: keyof typeof TYPES): void {
  const address = URL.createObjectURL(new Blob([text], { type: TYPES[form] }))
  const link = Document.prototype.createElement.call(host.ownerDocument, 'a') as HTMLAnchorElement
  link.href = address
  link.download = `handrail-flags.${form}`
  host.shadowRoot?.append(link)
  link.click()
  link.remove()
  // The browser reads it after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
