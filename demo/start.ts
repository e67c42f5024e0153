import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildAll } from '../scripts/build.ts'
import { findBrowser } from './browser/find.ts'
import { openDemo } from './browser/open-demo.ts'
import { ensurePackages } from './openmrs/packages.ts'
import { password, userName } from './openmrs/reference/staff.ts'
import { DIST_FOLDER, PACKAGES_FOLDER, startStack } from './stack.ts'
import { explainStart } from './start-faults.ts'

const HELP = `npm start: the demo, all of it

  npm start -- [--headless] [--no-browser] [--ehr-port 8090] [--collector-port 4318] [--fresh]

  --headless       the same, with no window
  --no-browser     servers only
  --fresh          forget what earlier demos have collected`

const { values: flags } = parseArgs({
  options: {
    headless: { type: 'boolean', default: false },
    'no-browser': { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
    'ehr-port': { type: 'string', default: '8090' },
    'collector-port': { type: 'string', default: '4318' },
  },
})

const ending = new AbortController()
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => ending.abort())

const say = (line: string) => console.log(line)

async function start(): Promise<void> {
  say('1/4 Building the extension and the dashboard …')
  await buildAll()

  say('2/4 Demo EHR: OpenMRS 3 from npm (first time: about 50 MB) …')
  await ensurePackages({
    dir: PACKAGES_FOLDER,
    onProgress: ({ done, total, name }) => say(`    ${done}/${total} ${name}`),
  })

  say('3/4 Starting the demo EHR and the collector, publishing the sample pack …')
  const stack = await startStack({
    dataDir: join(import.meta.dirname, '../.data/demo'),
    fresh: flags.fresh,
    ehrPort: Number(flags['ehr-port']),
    collectorPort: Number(flags['collector-port']),
  })
  const addresses = [
    '',
    `  Demo EHR    ${stack.ehr.url}   (${userName} / ${password}; made-up patients)`,
    `  Dashboard   ${stack.collector.createAdminLink()}   (works once)`,
    `  Channel     ${stack.settings.channelUrl}   (pack ${stack.published.pack}, version ${stack.published.version})`,
    '',
  ]
  try {
    const found = flags['no-browser'] ? undefined : findBrowser('chromium')
    if (found === undefined) {
      say('4/4 No browser is opened.')
      for (const line of addresses) say(line)
      sayByHand(stack.settings)
    } else {
      say(`4/4 Opening ${found.path} with Handrail in it …`)
      const demo = await openDemo({ browser: found, stack, headless: flags.headless })
      ending.signal.addEventListener('abort', () => void demo.stop().catch(() => undefined))
      for (const line of addresses) say(line)
    }
    say('Ready. Ctrl-C stops everything.')
    await new Promise((resolve) => {
      // A timer keeps the process alive where no server of it is asked anything.
      const alive = setInterval(() => undefined, 60_000)
      ending.signal.addEventListener('abort', () => resolve(clearInterval(alive)))
      if (ending.signal.aborted) resolve(clearInterval(alive))
    })
  } finally {
    say('Stopping …')
    await stack.stop()
  }
}

function sayByHand(settings: object): void {
  say(`To load Handrail by hand: open chrome://extensions (or edge://extensions), switch on
“Developer mode”, choose “Load unpacked” and take ${join(DIST_FOLDER, 'chrome')}
Then open its options, enter these settings, and allow it on the demo's address:
${JSON.stringify(settings, null, 2)}`)
}

if (flags.help) say(HELP)
else
  await start().catch((error: unknown) => {
    console.error(explainStart(error))
    process.exitCode = 1
  })
