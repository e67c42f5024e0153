/** Unpacked from npm by the benches and aliased in their bundles: see ../bundle.ts. */
declare module 'driver.js' {
  interface Tour {
    highlight(step: {
      element: string | Element
      popover: { title: string; description: string }
    }): void
    destroy(): void
  }
  export function driver(options: { animate: boolean; smoothScroll: boolean }): Tour
}
