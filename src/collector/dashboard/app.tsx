import type { Summary } from '../summary/summary.ts'
import { Header } from './header.tsx'
import { HealthSection } from './health-section.tsx'
import { MeasuresSection } from './measures-section.tsx'
import type { Model } from './model.ts'
import type { NotesModel } from './notes-model.ts'
import { NotesSection } from './notes-section.tsx'
import { Overview } from './overview.tsx'
import { ReportsSection } from './reports-section.tsx'
import { ScreensSection } from './screens-section.tsx'
import { EmptyState, FailedState, LoadingState, NoSessionState, StaleNotice } from './states.tsx'
import { SurveysSection } from './surveys-section.tsx'
import { TasksSection } from './tasks-section.tsx'
import { Trend } from './trend.tsx'
import { WalkthroughsSection } from './walkthroughs-section.tsx'
import { WithheldNote } from './withheld-note.tsx'

function isEmpty(summary: Summary): boolean {
  const { screens, tasks, walkthroughs, reports, surveys, health, lost, withheld } = summary
  const rows = [screens, tasks, walkthroughs, reports, surveys, health, lost]
  const hidden = withheld.screens + withheld.walkthroughs + withheld.surveys + withheld.tasks
  return rows.every((row) => row.length === 0) && hidden === 0
}

function Figures({ summary, notes }: { summary: Summary; notes: NotesModel }) {
  if (isEmpty(summary)) return <EmptyState />
  return (
    <>
      <WithheldNote summary={summary} />
      <Overview totals={summary.totals} />
      <Trend daily={summary.daily} />
      <ScreensSection screens={summary.screens} />
      <MeasuresSection screens={summary.screens} />
      <TasksSection tasks={summary.tasks} />
      <WalkthroughsSection walkthroughs={summary.walkthroughs} />
      <ReportsSection reports={summary.reports} />
      <NotesSection model={notes} asOf={summary.generatedAt} />
      <SurveysSection surveys={summary.surveys} />
      <HealthSection health={summary.health} lost={summary.lost} />
    </>
  )
}

function Body({ model, notes }: { model: Model; notes: NotesModel }) {
  const phase = model.phase.value
  const summary = model.summary.value
  if (phase.type === 'no-session') return <NoSessionState message={phase.message} />
  if (summary === undefined)
    return phase.type === 'failed' ? (
      <FailedState message={phase.message} retry={model.retry} />
    ) : (
      <LoadingState />
    )
  return (
    <>
      {phase.type === 'failed' && <StaleNotice message={phase.message} retry={model.retry} />}
      <Figures summary={summary} notes={notes} />
    </>
  )
}

/** The whole page. */
export function App({ model, notes }: { model: Model; notes: NotesModel }) {
  const summary = model.summary.value
  return (
    <>
      {summary?.demo && (
        <aside class="demo" aria-label="Demonstration" data-testid="demo-banner">
          Demonstration with made-up patients: small groups are shown
        </aside>
      )}
      <Header model={model} />
      <main id="main">
        <Body model={model} notes={notes} />
      </main>
      <footer>
        <p>
          Counts are lower bounds: what happened 2–3, 4–7 or 8 and more times in an hour counts as
          2, 4 and 8. Days are in UTC. No record says who, and none holds text from a page; what
          people write themselves is checked for it first.
        </p>
      </footer>
    </>
  )
}
