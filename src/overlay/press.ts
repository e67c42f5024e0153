/** Takes presses by a person only: a page can send events of its own into an open shadow root. */
export function pressed(act: () => void): (event: Event) => void {
  return (event) => {
    if (event.isTrusted) act()
  }
}
