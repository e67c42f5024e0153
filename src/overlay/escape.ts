/** Calls `act` on Escape and looks at no other key; the page gets the key as well. */
export function onEscape(document: Document, act: () => void, signal: AbortSignal): void {
  const listener = (event: KeyboardEvent) => {
    if (event.isTrusted && event.key === 'Escape') act()
  }
  document.addEventListener('keydown', listener, { capture: true, passive: true, signal })
}
