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
    total(({ walked }) => walked),
    total(({ passed }) => passed),
    steps.size,
    total(({ controls }) => controls),
    total(({ under }) => under),
    total(({ alone }) => alone.length),
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
  const listed = (of: (proof: PlaceProof['proof']) => readonly string[]) =>
    proofs.flatMap(({ browser, place, proof }) =>
      of(proof).map((one) => `- ${browser}, ${place}, ${one}`),
    )
  const faults = listed((proof) => proof.faults)
  const alone = listed((proof) => proof.alone)
  const places = Object.groupBy(proofs, ({ browser, place }) => `${browser}/${place}`)
  const rows = Object.values(places).map((of) => placeRow(of ?? []))
  return `# The page stays as it is

Made by \`npm run prove:undisturbed\`; do not edit. Runs of random acts, each by its seed, with Handrail on screens of small apps
(\`test/e2e/fixtures\`) and of OpenMRS: most begin a walkthrough; its buttons are pressed, walkthroughs gone through, put aside and ended, hints
opened, the help panel searched, reports sent; the page is scrolled and resized, and Escape pressed.

Before and after each run these are compared, and must be the same: every element, attribute and text of the page outside Handrail’s
one element, in open shadow roots too; what fields hold; cookies; localStorage, sessionStorage and IndexedDB. The page may ask its
server for nothing meanwhile. It is compared with the pointer in a corner, unscrolled and in its first size; OpenMRS is waited for until it
rests, and its clock goes round within one minute, for it draws the time of day. After each act a press in the middle of every control in
view must hit the control, except where a callout, panel, launcher or mark of Handrail’s is to be seen there. (In the pointing mode, which
the person has chosen, a clear pane takes the presses.)

What differs on OpenMRS all the same is looked for without Handrail: the same screen under a name where Handrail is not permitted, the
pointer, Escape, the scrolling and the sizes as in that run, up to three times over. What changes there at the same place is the page’s own (“alone”);
what does not is a fault. In the small apps every difference is.

**${total(({ runs }) => runs)} runs, ${total(({ acts }) => sum(Object.values(acts)))} acts, ${total(({ controls }) => controls)} looks at a control; a step shown in ${total(({ walked }) => walked)} runs: ${faults.length} faults.**

| browser | screen | runs | acts | runs with a step | went on to another | different steps | controls looked at | of these under Handrail | alone | faults |
| --- | --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |
${rows.join('\n')}

Acts: ${actTable(proofs)}.
${faults.length > 0 ? `\n## Faults\n\n${faults.join('\n')}\n` : ''}${alone.length > 0 ? `\n## What the page does without Handrail too\n\n${alone.join('\n')}\n` : ''}`
}
