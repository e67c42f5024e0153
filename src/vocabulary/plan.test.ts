import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { type PackSource, packSchema } from './pack.ts'
import { packReferenceFaults } from './pack-reference-faults.ts'
import { PLAN_DEPTH_MAX, planOf } from './plan.ts'

type Steps = NonNullable<PackSource['walkthroughs']>[number]['steps']

const plain = (id: string, more = {}) => ({
  id,
  text: id,
  advance: { on: 'next' as const },
  ...more,
})
const call = (id: string, walkthrough: string, more = {}) => ({ id, walkthrough, ...more })

function packOf(walkthroughs: Record<string, Steps>) {
  return v.parse(packSchema, {
    format: 'handrail.pack/1',
    id: 'ehr',
    version: 1,
    app: { id: 'ehr', name: 'EHR', sites: ['https://ehr.test/*'] },
    screens: [{ id: 'home', title: 'Home', when: { url: ['/home'] } }],
    walkthroughs: Object.entries(walkthroughs).map(([id, steps]) => ({
      id,
      title: id,
      summary: '',
      screens: ['home'],
      owner: 'Training',
      reviewBy: '2027-01-01',
      steps,
    })),
  })
}
function planned(walkthroughs: Record<string, Steps>) {
  const pack = packOf(walkthroughs)
  const [first] = pack.walkthroughs
  if (!first) throw new Error('a pack of walkthroughs has one')
  return { pack, plan: planOf(pack, first) }
}
function stepsOf(walkthroughs: Record<string, Steps>) {
  const { plan } = planned(walkthroughs)
  if (typeof plan === 'string') throw new Error(`no plan: ${plan}`)
  return plan.steps
}
const messages = (walkthroughs: Record<string, Steps>) =>
  packReferenceFaults(packOf(walkthroughs)).map(({ message }) => message)

test('what is called stands where it is called, with its words and what it counts as', () => {
  const steps = stepsOf({
    intake: [plain('greet'), call('vitals', 'record'), plain('end')],
    record: [plain('weight'), plain('save')],
  })
  expect(
    steps.map(({ id, of, countsAs }) => [id, `${of.walkthrough}/${of.step}`, countsAs]),
  ).toEqual([
    ['greet', 'intake/greet', 'greet'],
    ['vitals.weight', 'record/weight', 'vitals'],
    ['vitals.save', 'record/save', 'vitals'],
    ['end', 'intake/end', 'end'],
  ])
})

test('the same one can be called twice', () => {
  const steps = stepsOf({
    intake: [call('left', 'record'), call('right', 'record')],
    record: [plain('weight')],
  })
  expect(steps.map(({ id }) => id)).toEqual(['left.weight', 'right.weight'])
})

test('branches lead within what they stand in, a call’s from its last step, and to a call’s first', () => {
  const when = [{ screen: 'home' }]
  const steps = stepsOf({
    intake: [
      plain('ask', { branch: [{ when, to: 'vitals' }] }),
      plain('other'),
      call('vitals', 'outer', { branch: [{ when, to: 'ask' }] }),
      plain('end'),
    ],
    outer: [call('first', 'record')],
    record: [plain('weight', { branch: [{ when, to: 'save' }] }), plain('height'), plain('save')],
  })
  expect(steps.flatMap(({ id, branch }) => branch.map(({ to }) => [id, to]))).toEqual([
    ['ask', 'vitals.first.weight'],
    ['vitals.first.weight', 'vitals.first.save'],
    ['vitals.first.save', 'ask'],
  ])
})

describe('no plan', () => {
  test.each([
    ['of what calls itself', { a: [call('again', 'a')] }],
    [
      'of a call in a circle',
      { a: [plain('x', { branch: [{ when: [], to: 'b' }] }), call('b', 'b')], b: [call('a', 'a')] },
    ],
  ] as [string, Record<string, Steps>][])('%s', (_name, walkthroughs) => {
    expect(planned(walkthroughs).plan).toBe('cycle')
    expect(messages(walkthroughs)).toContainEqual(expect.stringContaining('calls itself'))
  })

  test('of calls that are too deep', () => {
    const names = [...'abcdefg'].slice(0, PLAN_DEPTH_MAX + 1)
    const chain = Object.fromEntries(
      names.map((name, at) => {
        const next = names[at + 1]
        return [name, next ? [call('next', next)] : [plain('end')]]
      }),
    )
    expect(planned(chain).plan).toBe('depth')
    expect(messages(chain)).toContainEqual(expect.stringContaining('deep'))
  })

  test('of more steps than anybody could follow', () => {
    const many = (of: string) => Array.from({ length: 60 }, (_, at) => call(`s${at}`, of))
    const tangle = { a: many('b'), b: many('c'), c: [plain('end')] }
    expect(planned(tangle).plan).toBe('length')
    expect(messages(tangle)).toContainEqual(expect.stringContaining('make two of it'))
  })

  test('of what is not there: a broken reference, told once', () => {
    const broken = { a: [call('b', 'gone')] }
    expect(planned(broken).plan).toBe('unknown')
    expect(messages(broken)).toEqual([expect.stringContaining("no walkthrough 'gone'")])
  })
})

test('steps that go round through a call with nobody acting are found', () => {
  const when = [{ screen: 'home' }]
  const idle = { doneWhen: when }
  const round = {
    a: [plain('wait', idle), call('b', 'b', { branch: [{ when, to: 'wait' }] })],
    b: [plain('look', idle)],
  }
  expect(messages(round)).toContainEqual(expect.stringContaining('can go round'))
})

test('a step that is both, or neither, is refused for what it lacks', () => {
  const faults = (step: unknown) => {
    const pack = packOf({ a: [plain('x')] })
    const result = v.safeParse(packSchema, {
      ...pack,
      walkthroughs: [{ ...pack.walkthroughs[0], steps: [step] }],
    })
    return result.issues?.map((issue) =>
      v.getDotPath(issue)?.replace('walkthroughs.0.steps.0.', ''),
    )
  }
  expect(faults({ id: 'x', walkthrough: 'a', text: 'Words' })).toEqual(['text'])
  expect(faults({ id: 'x', advance: { on: 'next' } })).toEqual(['text'])
})
