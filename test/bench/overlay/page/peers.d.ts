/** Unpacked from npm by the bench and aliased in its bundle: see ../bundle.ts. */
declare module 'shepherd.js' {
  interface Tour {
    addStep(step: {
      id: string
      title: string
      text: string
      attachTo: { element: Element; on: 'bottom' }
      buttons: { text: string; action: () => void }[]
    }): void
    start(): Promise<void>
    complete(): Promise<void>
    next(): void
  }
  const shepherd: { Tour: new (options: { useModalOverlay: boolean }) => Tour }
  export default shepherd
}
