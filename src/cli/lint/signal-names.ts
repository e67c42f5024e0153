import type { Pack } from '../../vocabulary/pack.ts'
import type { PackFault } from '../../vocabulary/pack-fault.ts'
import { type LintRule, lintError, lintWarning } from './rule.ts'

function orderFaults({ signals }: Pack): PackFault[] {
  return signals.required.flatMap(({ id, targets }, at) =>
    new Set(targets).size < targets.length
      ? [
          lintError(
            ['signals', 'required', at, 'targets'],
            `required order '${id}' names a control twice: each is done once`,
          ),
        ]
      : [],
  )
}

function groupFaults({ app, signals }: Pack): PackFault[] {
  const { charts, inbox } = signals
  const both = charts.findIndex((screen) => inbox.includes(screen))
  return [
    ...(both < 0
      ? []
      : [
          lintError(
            ['signals', 'charts', both],
            `screen '${charts[both]}' is of the charts and of the inbox: name it in one of them`,
          ),
        ]),
    ...(charts.length > 0 && app.patient === undefined
      ? [
          lintWarning(
            ['signals', 'charts'],
            'switches from one chart to another can’t be told: name the patient banner in app.patient',
          ),
        ]
      : []),
  ]
}

function lateFaults({ signals: { lateEntry, times } }: Pack): PackFault[] {
  return lateEntry && times.length === 0
    ? [lintWarning(['signals', 'lateEntry'], 'no entry can be late: name its fields in times')]
    : []
}

/** What the pack names for the signals of clinical work: nothing twice, and nothing in vain. */
export const signalNames: LintRule = (pack) => [
  ...orderFaults(pack),
  ...groupFaults(pack),
  ...lateFaults(pack),
]
