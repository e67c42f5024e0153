import type { BenchApp } from './apps/app.ts'
import type { Case } from './score.ts'

/** Recipes of Handrail's that hold something of a made-up patient: the name, a number, an address. */
export function leaks(cases: readonly Case[], apps: Readonly<Record<string, BenchApp>>): string[] {
  const found = new Set<string>()
  for (const { app, screen, target, recipes } of cases) {
    const recipe = JSON.stringify(recipes?.Handrail ?? null)
    for (const canary of apps[app]?.canaries ?? [])
      if (recipe.includes(canary)) found.add(`${app} · ${screen} · ${target}: “${canary}”`)
  }
  return [...found]
}
