/** crxjs builds the file into one self-contained script and gives its path within the extension. */
declare module '*?iife' {
  const path: string
  export default path
}
