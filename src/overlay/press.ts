/** Takes presses by a person only: a page can send events of its own into an open shadow root. */
export function pressed(act: () => void): (event: Event) => void {
  return fromPerson(() => act())
}

/** The same of what is typed or chosen. */
export function fromPerson<Of extends Event>(act: (event: Of) => void): (event: Of) => void {
  return (event) => {
    if (event.isTrusted) act(event)
  }
}
