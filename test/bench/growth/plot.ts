/** One line of a plot: its name and a value for each x. */
export interface Series {
  name: string
  points: readonly (readonly [x: number, y: number])[]
}

const WIDTH = 300
const HEIGHT = 180
const LEFT = 56
const BOTTOM = 24
const TOP = 28
const RIGHT = 20
const COLOURS = ['#0b5cad', '#b3470b']

function panel(title: string, series: readonly Series[], left: number): string {
  const all = series.flatMap(({ points }) => points)
  const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)]
  const [low, high] = [Math.log10(Math.min(...xs)), Math.log10(Math.max(...xs))]
  const top = Math.max(...ys) * 1.1
  const x = (value: number) =>
    left + LEFT + ((Math.log10(value) - low) / (high - low || 1)) * (WIDTH - LEFT - RIGHT)
  const y = (value: number) => HEIGHT - BOTTOM - (value / top) * (HEIGHT - BOTTOM - TOP)
  const text = (at: number, down: number, words: string, anchor = 'middle') =>
    `<text x="${at.toFixed(1)}" y="${down.toFixed(1)}" text-anchor="${anchor}">${words}</text>`
  const lines = [0, 0.5, 1].map((share) => {
    const value = (top * share) / 1.1
    const level = y(value).toFixed(1)
    return `<path d="M${left + LEFT} ${level}H${left + WIDTH - RIGHT}" stroke="#ccc"/>${text(left + LEFT - 6, y(value) + 4, Math.round(value).toLocaleString('en'), 'end')}`
  })
  const ticks = [...new Set(xs)].map((value) =>
    text(x(value), HEIGHT - 8, `10^${Math.round(Math.log10(value))}`),
  )
  const drawn = series.map(({ points }, index) => {
    const path = points.map(([a, b]) => `${x(a).toFixed(1)} ${y(b).toFixed(1)}`).join('L')
    const dash = index === 0 ? '' : ' stroke-dasharray="6 3"'
    return `<path d="M${path}" fill="none" stroke="${COLOURS[index]}" stroke-width="2"${dash}/>`
  })
  return [text(left + LEFT, 16, title, 'start'), ...lines, ...ticks, ...drawn].join('\n')
}

/** Panels beside one another as SVG: x is logarithmic, y begins at 0. */
export function plot(panels: readonly { title: string; series: readonly Series[] }[]): string {
  const names = panels[0]?.series.map(({ name }) => name) ?? []
  const legend = names.map(
    (name, index) =>
      `<path d="M${LEFT + index * 140} ${HEIGHT + 12}h24" stroke="${COLOURS[index]}" stroke-width="2"${index === 0 ? '' : ' stroke-dasharray="6 3"'}/><text x="${LEFT + 30 + index * 140}" y="${HEIGHT + 16}">${name}</text>`,
  )
  const width = WIDTH * panels.length
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${HEIGHT + 28}" font-family="sans-serif" font-size="11" fill="#222">
<rect width="100%" height="100%" fill="#fff"/>
${panels.map(({ title, series }, index) => panel(title, series, index * WIDTH)).join('\n')}
${legend.join('\n')}
</svg>
`
}
