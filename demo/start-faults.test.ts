import { createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { explainPorts, explainStart } from './start-faults.ts'

async function busyPort(): Promise<number> {
  const server = createServer()
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

test('a busy port is named, with whose it is and how to choose another', async () => {
  const port = await busyPort()
  const wanted = [
    { port: 0, of: 'demo EHR', option: '--ehr-port' },
    { port, of: 'collector', option: '--collector-port' },
  ]
  expect(await explainPorts(wanted)).toBe(
    `Port ${port}, for the collector, is in use. Stop the program that has it, or choose another: npm start -- --collector-port ${port + 1}`,
  )
})

test('free ports need no word', async () => {
  expect(await explainPorts([{ port: 0, of: 'demo EHR', option: '--ehr-port' }])).toBe('')
})

test('a failure is told without its stack', () => {
  expect(explainStart(new Error('npm can’t be reached'))).toBe(
    'The demo did not start: npm can’t be reached',
  )
})
