import type { PlaceProof } from './sessions.ts'

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

/** One row for a screen in a browser, which may have had several tabs. */
function placeRow(proofs: readonly PlaceProof[]): string {
  const total = (of: (proof: PlaceProof['proof']) => number) =>
    sum(proofs.map(({ proof }) => of(proof)))
  const steps = new Set(proofs.flatMap(({ proof }) => [...proof.steps]))
  const counted = [
    total(({ runs }) => runs),
    total(({ acts }) => sum(Object.values(acts))),
    total(({ callouts }) => callouts),
    steps.size,
    total(({ controls }) => controls),
    total(({ under }) => under),
    total(({ faults }) => faults.length),
  ]
  const [first] = proofs
  return `| ${first?.browser} | ${first?.place} | ${counted.join(' | ')} |`
}

function actTable(proofs: readonly PlaceProof[]): string {
  const counts = new Map<string, number>()
  for (const { proof } of proofs)
    for (const [act, count] of Object.entries(proof.acts))
      counts.set(act, (counts.get(act) ?? 0) + count)
  const rows = [...counts].toSorted((a, b) => b[1] - a[1])
  return rows.map(([act, count]) => `${act} ${count}`).join(' · ')
}

/** The proof as a document; the same text goes to the terminal. */
export function proofDocument(proofs: readonly PlaceProof[]): string {
  const total = (of: (proof: PlaceProof['proof']) => number) =>
    sum(proofs.map(({ proof }) => of(proof)))
  const faults = proofs.flatMap(({ browser, place, proof }) =>
    proof.faults.map((fault) => `- ${browser}, ${place}, ${fault}`),
  )
  const places = Object.groupBy(proofs, ({ browser, place }) => `${browser}/${place}`)
  const rows = Object.values(places).map((of) => placeRow(of ?? []))
  return `# The page stays as it is

Made by \`npm run prove:undisturbed\`; do not edit. Runs of random acts, each by its seed, with Handrail on screens of small apps
(\`test/e2e/fixtures\`) and of OpenMRS: its buttons are pressed, walkthroughs started, gone through, put aside and ended, hints opened,
the help panel searched, reports sent, and Escape pressed; the small apps are scrolled and resized too (OpenMRS then moves parts of its own).

Before and after each run these are compared, and must be the same: every element, attribute and text of the page outside Handrail’s
one element, in open shadow roots too, but for the time of day, which OpenMRS draws anew each minute, and what it shows for some seconds at most; what fields hold; cookies; localStorage, sessionStorage and IndexedDB. The page may ask its
server for nothing meanwhile. After each act a press in the middle of every control in view must hit the control, except where a callout, panel,
launcher or mark of Handrail’s is to be seen there. (In the pointing mode, which the person has chosen, a clear pane takes the presses.)

**${total(({ runs }) => runs)} runs, ${total(({ acts }) => sum(Object.values(acts)))} acts, ${total(({ controls }) => controls)} looks at a control: ${faults.length} faults.**

| browser | screen | runs | acts | with a callout | different steps | controls looked at | of these under Handrail | faults |
| --- | --- | --: | --: | --: | --: | --: | --: | --: |
${rows.join('\n')}

Acts: ${actTable(proofs)}.
${faults.length > 0 ? `\n## Faults\n\n${faults.join('\n')}\n` : ''}`
}
