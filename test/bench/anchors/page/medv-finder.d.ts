/** Unpacked from npm by the bench and aliased in its bundle: see ../bundle.ts. */
declare module '@medv/finder' {
  export function finder(element: Element, options?: { timeoutMs?: number }): string
}
