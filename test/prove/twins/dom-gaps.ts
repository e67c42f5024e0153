/**
 * What happy-dom lacks of a browser. Loaded before Handrail's modules, which keep the prototypes' own readers:
 * happy-dom has some of them on the kinds of nodes only.
 */
function readByKind(name: 'textContent' | 'nodeValue'): void {
  const before = Object.getOwnPropertyDescriptor(Node.prototype, name)
  Object.defineProperty(Node.prototype, name, {
    configurable: true,
    get(this: Node) {
      for (
        let at = Object.getPrototypeOf(this);
        at !== Node.prototype;
        at = Object.getPrototypeOf(at)
      ) {
        const own = Object.getOwnPropertyDescriptor(at, name)
        if (own?.get) return own.get.call(this)
      }
      return null
    },
    set(this: Node, value: string) {
      before?.set?.call(this, value)
    },
  })
}

readByKind('textContent')
readByKind('nodeValue')

// Its documents are of a kind that belongs to the window and inherits what a browser's has of its own.
for (const name of ['documentElement', 'defaultView'])
  for (let at = Object.getPrototypeOf(Document.prototype); at; at = Object.getPrototypeOf(at)) {
    const inherited = Object.getOwnPropertyDescriptor(at, name)
    if (!inherited) continue
    Object.defineProperty(Document.prototype, name, inherited)
    break
  }

// Neither popovers nor a layout, in which every element has some size.
for (const name of ['showPopover', 'hidePopover', 'scrollIntoView'])
  Object.defineProperty(HTMLElement.prototype, name, {
    configurable: true,
    writable: true,
    value: () => {},
  })
Element.prototype.getBoundingClientRect = () => new DOMRect(0, 0, 40, 20)
Element.prototype.checkVisibility = () => true
