/** Unpacked from npm by the bench and aliased in its bundle: see ../bundle.ts. */
declare module 'driver.js' {
  interface Tour {
    highlight(step: { element: string; popover: { title: string; description: string } }): void
    destroy(): void
  }
  export function driver(options: { animate: boolean; smoothScroll: boolean }): Tour
}
