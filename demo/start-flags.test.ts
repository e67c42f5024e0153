import { describe, expect, it } from 'vitest'
import { readStartFlags } from './start-flags.ts'

const messageOf = (...args: string[]) => {
  const read = readStartFlags(args)
  return read.ok ? '' : read.message
}

describe('the command line of npm start', () => {
  it('needs nothing', () => {
    expect(readStartFlags([])).toMatchObject({
      ok: true,
      flags: { headless: false, noBrowser: false, ehrPort: 8090, collectorPort: 4318 },
    })
  })

  it('takes any free ports as well', () => {
    const read = readStartFlags(['--headless', '--ehr-port', '0', '--collector-port=0'])
    expect(read).toMatchObject({ ok: true, flags: { headless: true, ehrPort: 0 } })
  })

  it.each(['http', '-1', '70000', '80.5', ''])('refuses the port ‘%s’ and says why', (port) => {
    expect(messageOf(`--ehr-port=${port}`)).toContain('--ehr-port takes a number')
  })

  it('refuses one port for both', () => {
    expect(messageOf('--ehr-port', '9000', '--collector-port', '9000')).toContain('a port each')
  })

  it('names an option that it does not know, in two lines', () => {
    const lines = messageOf('--headles').split('\n')
    expect(lines).toHaveLength(2)
    expect(lines[0]).toBe("Unknown option '--headles'.")
  })
})
