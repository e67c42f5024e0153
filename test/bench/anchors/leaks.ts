import type { BenchApp } from './apps/app.ts'
import type { Case } from './score.ts'

/** Recipes of Handrail's that hold something of a made-up patient: the name, a number, an address. */
export function leaks(cases: readonly Case[], apps: Readonly<Record<string, BenchApp>>): string[] {
  const found = new Map<string, Set<string>>()
  for (const { app, screen, target, recipes } of cases) {
    const recipe = JSON.stringify(recipes?.Handrail ?? null)
    const held = (apps[app]?.canaries ?? []).filter((canary) => recipe.includes(canary))
    if (held.length === 0) continue
    const place = `${app} · ${screen} · ${target}`
    found.set(place, new Set([...(found.get(place) ?? []), ...held]))
  }
  return [...found].map(([place, held]) => `${place}: ${[...held].join(', ')}`)
}
