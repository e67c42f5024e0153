function styleText(): string {
  const sheets = [...document.styleSheets, ...document.adoptedStyleSheets]
  return sheets
    .map((sheet) => {
      try {
        return [...sheet.cssRules].map((rule) => rule.cssText).join('\n')
      } catch {
        return ''
      }
    })
    .join('\n')
    .replace(/@font-face\s*\{[^}]*\}/g, '')
    .replace(/<\/style/gi, '')
}

/** The page as it stands, with its styles in it and without its scripts and pictures. */
export function savePage(): string {
  const root = document.documentElement.cloneNode(true) as HTMLElement
  for (const element of root.querySelectorAll(
    'script,noscript,link,style,iframe,template,base,meta[http-equiv]',
  ))
    element.remove()
  for (const image of root.querySelectorAll('img')) image.removeAttribute('src')
  const live = [...document.querySelectorAll('img,canvas')]
  const copies = [...root.querySelectorAll<HTMLElement>('img,canvas')]
  // A picture that can't load has no size; it keeps the one it had.
  copies.forEach((copy, index) => {
    const { width, height } = live[index]?.getBoundingClientRect() ?? { width: 0, height: 0 }
    copy.style.width = `${width}px`
    copy.style.height = `${height}px`
  })
  const head = root.querySelector('head')
  const style = document.createElement('style')
  style.textContent = styleText()
  head?.append(style)
  return `<!doctype html>${root.outerHTML}`
}
