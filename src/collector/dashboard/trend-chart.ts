import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import type { Figure } from '../summary/figure.ts'
import type { Summary } from '../summary/summary.ts'

type Daily = Summary['daily']

const HEIGHT = 220
/** Without friction the axis still has a height. */
const FRICTION_TOP_MIN = 5

/** A gap where only small groups were counted: nought would be a false calm. */
function heightOf({ count, few }: Figure): number | null {
  return few && count === 0 ? null : count
}

function dataOf(daily: Daily): uPlot.AlignedData {
  return [
    daily.map(({ day }) => Date.parse(`${day}T00:00:00Z`) / 1000),
    daily.map(({ visits }) => heightOf(visits)),
    daily.map(({ friction }) => heightOf(friction)),
  ]
}

function topAtLeast(min: number): uPlot.Range.Function {
  return (_chart, _low, high) => [0, Math.max(min, (high ?? 0) * 1.1)]
}

const dayMonth = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'short',
})

/** Draws in the page's colours of the moment: a canvas knows no style sheet. */
function draw(host: HTMLElement, daily: Daily): uPlot {
  const style = getComputedStyle(document.documentElement)
  const colour = (name: string) => style.getPropertyValue(name).trim()
  const axis = {
    stroke: colour('--ink-soft'),
    grid: { stroke: colour('--line'), width: 1 },
    ticks: { show: false },
    font: '12px system-ui, sans-serif',
  }
  const options: uPlot.Options = {
    width: host.clientWidth,
    height: HEIGHT,
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
    legend: { show: false },
    cursor: { show: false },
    padding: [8, 0, 0, 0],
    scales: {
      x: { time: true },
      visits: { range: topAtLeast(10) },
      friction: { range: topAtLeast(FRICTION_TOP_MIN) },
    },
    axes: [
      {
        ...axis,
        grid: { show: false },
        size: 28,
        space: 64,
        incrs: [1, 2, 7, 14, 28].map((days) => days * 86_400),
        values: (_chart, ticks) => ticks.map((at) => dayMonth.format(at * 1000)),
      },
      { ...axis, scale: 'visits', size: 48 },
      { ...axis, scale: 'friction', side: 1, size: 40, grid: { show: false } },
    ],
    series: [
      {},
      {
        scale: 'visits',
        stroke: colour('--accent'),
        fill: colour('--accent-wash'),
        width: 2,
        points: { show: daily.length <= 31, size: 6, fill: colour('--accent') },
      },
      {
        scale: 'friction',
        stroke: colour('--friction'),
        width: 2,
        points: { show: daily.length <= 31, size: 6, fill: colour('--friction') },
      },
    ],
  }
  return new uPlot(options, dataOf(daily), host)
}

/** A chart in `host` that follows the width of its host and the colour scheme. */
export function createTrendChart(host: HTMLElement, first: Daily) {
  let daily = first
  let chart = draw(host, daily)
  const redraw = () => {
    chart.destroy()
    chart = draw(host, daily)
  }
  const scheme = matchMedia('(prefers-color-scheme: dark)')
  scheme.addEventListener('change', redraw)
  const size = new ResizeObserver(() => {
    if (host.clientWidth > 0 && host.clientWidth !== chart.width)
      chart.setSize({ width: host.clientWidth, height: HEIGHT })
  })
  size.observe(host)
  return {
    show(next: Daily) {
      const isSameWindow = next.length === daily.length
      daily = next
      if (isSameWindow) chart.setData(dataOf(daily))
      else redraw()
    },
    stop() {
      scheme.removeEventListener('change', redraw)
      size.disconnect()
      chart.destroy()
    },
  }
}
