/** The style sheet of a peer as text: see ../bundle.ts. */
declare module 'driver.js-style' {
  const text: string
  export default text
}
declare module 'shepherd.js-style' {
  const text: string
  export default text
}
