import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { defineCommand } from 'citty'
import { isOverlay } from '../../vocabulary/overlay.ts'
import type { Pack, Screen } from '../../vocabulary/pack.ts'
import type { Environment } from '../environment.ts'
import { findBrowser } from '../find-browser.ts'
import { readPathValues } from '../health/example-path.ts'
import { type OpenedApp, openApp } from '../health/open-app.ts'
import { buildProbe } from '../health/probe-script.ts'
import { repairLines } from '../health/repairs.ts'
import { summaryLines, visitLines } from '../health/report.ts'
import { readOrigin } from '../health/site-origin.ts'
import { EXIT, exitCode, type Visit } from '../health/verdict.ts'
import { createVisits } from '../health/visit-screen.ts'
import { lintPack } from '../lint-pack.ts'
import { failure, type Result, success } from '../result.ts'

interface HealthArguments {
  folder: string
  against: string
  screens?: string
  values?: string
  profile?: string
  headed: boolean
  openForms: boolean
}

/** `handrail health DIR --against URL`: 0 where all is found, 1 where not, 2 where it can't tell. */
export async function runHealth(given: HealthArguments, world: Environment): Promise<number> {
  const fail = (message: string): number => {
    world.logError(`error ${message}`)
    return EXIT.notRun
  }
  const { errors, sound } = await lintPack(given.folder, world)
  for (const line of errors) world.logError(`error ${line}`)
  if (sound === undefined) return EXIT.notRun
  const { pack } = sound
  if (isOverlay(pack))
    return fail(`${given.folder} is an overlay: health looks at the pack that it extends`)
  const values =
    given.values === undefined ? success(new Map()) : readPathValues(given.values, pack.screens)
  if (!values.ok) return fail(values.message)
  const screens = chooseScreens(pack, given.screens)
  if (!screens.ok) return fail(screens.message)
  const app = await startApp(given, world)
  if (!app.ok) return fail(app.message)

  const visits: Visit[] = []
  try {
    if (given.headed) {
      world.log('Sign in in the window, to where the work begins. Then press Enter here.')
      await world.waitForEnter()
    }
    const { page } = app.value
    const visit = createVisits({
      pack,
      values: values.value,
      isOpeningForms: given.openForms,
      page,
      sleep: (ms) => sleep(ms),
    })
    for (const screen of screens.value) {
      const these = await visit(screen)
      for (const line of these.flatMap(visitLines)) world.log(line)
      visits.push(...these)
    }
  } finally {
    await app.value.stop()
  }
  // Where only some screens were asked for, that the rest was not looked at is no news.
  const asked = given.screens === undefined ? pack : { ...pack, targets: [] }
  for (const line of summaryLines(asked, visits)) world.log(line)
  for (const line of repairLines(pack, visits)) world.log(line)
  const code = exitCode(visits)
  return code === EXIT.notRun
    ? fail('no screen of the pack was reached: is a sign-in needed (--profile, --headed)?')
    : code
}

function chooseScreens({ screens }: Pack, ids?: string): Result<readonly Screen[]> {
  if (ids === undefined) return success(screens)
  const wanted = ids.split(',')
  const unknown = wanted.find((id) => !screens.some((screen) => screen.id === id))
  return unknown === undefined
    ? success(screens.filter(({ id }) => wanted.includes(id)))
    : failure(`the pack has no screen '${unknown}' (--screens takes ids: a,b)`)
}

async function startApp(given: HealthArguments, world: Environment): Promise<Result<OpenedApp>> {
  const origin = readOrigin(given.against)
  if (!origin.ok) return origin
  const machine = { platform: process.platform, variables: world.variables, exists: existsSync }
  const browser = findBrowser('chromium', machine)
  if (browser === undefined)
    return failure('there is no Chromium, Chrome or Edge here: install one, or set CHROME_PATH')
  const script = await buildProbe()
  if (!script.ok) return script
  return openApp({
    executable: browser.path,
    origin: origin.value,
    script: script.value,
    ...(given.profile === undefined ? {} : { profile: given.profile }),
    isHeaded: given.headed,
  })
}

export function healthCommand(world: Environment) {
  return defineCommand({
    meta: { name: 'health', description: 'Look in a browser whether a pack still fits its app' },
    args: {
      dir: { type: 'positional', required: true, description: 'The pack’s folder' },
      against: { type: 'string', description: 'The app’s address', required: true },
      screens: { type: 'string', description: 'Only these screens: their ids, a,b' },
      values: {
        type: 'string',
        description: 'For ‘:name’ in the URL rules: id=…,name=… of a test patient',
      },
      profile: { type: 'string', description: 'A folder for a browser profile that is kept' },
      headed: {
        type: 'boolean',
        description: 'Show the window, and wait for somebody to sign in',
        default: false,
      },
      'open-forms': {
        type: 'boolean',
        description: 'Press what the pack’s steps press to open forms',
        default: false,
      },
    },
    run: ({ args }) =>
      runHealth(
        {
          folder: args.dir,
          against: args.against,
          ...(args.screens === undefined ? {} : { screens: args.screens }),
          ...(args.values === undefined ? {} : { values: args.values }),
          ...(args.profile === undefined ? {} : { profile: args.profile }),
          headed: args.headed,
          openForms: args['open-forms'],
        },
        world,
      ),
  })
}
