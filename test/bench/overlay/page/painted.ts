/** Waits until the browser has drawn its next frame. What boxes say then is what a person sees. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        port1.close()
        resolve()
      }
      // A message comes after the drawing that the frame's callbacks come before.
      port2.postMessage(undefined)
    })
  })
}
