/** Styles of the late part, added to the overlay's own. */
export const reportingStyles = `
[hidden] { display: none !important; }
.dock:has(.pane) > .launcher { visibility: hidden; }
.details { display: grid; grid-template-columns: 1fr 1fr; gap: 8px; }
.detail { display: grid; gap: 2px; font-size: calc(13 * var(--px)); color: var(--soft); min-inline-size: 0; }
.detail select { inline-size: 100%; }
.more > * + * { margin-block: 8px; }
.comment { display: grid; gap: 4px; }
.comment label { font-weight: 600; }
textarea { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid light-dark(#7b8794, #7e8b98); border-radius: 6px; padding: 6px 10px; resize: vertical; inline-size: 100%; }
textarea[aria-invalid="true"] { border-color: var(--alarm); border-width: 2px; }
.all { --alarm: light-dark(#b42318, #ff9c8f); }
.refusal { color: var(--alarm); font-weight: 600; }
.marked { white-space: pre-wrap; overflow-wrap: anywhere; }
mark { background: light-dark(#ffe0a3, #6b4a00); color: var(--ink); border-radius: 3px; padding: 0 2px; text-decoration: underline wavy var(--alarm) 1px; }
.finds { padding-inline-start: 20px; font-size: calc(13 * var(--px)); }
.wireframe label { display: flex; align-items: center; gap: 8px; min-block-size: 28px; }
.wireframe input { inline-size: 18px; block-size: 18px; accent-color: var(--accent); }
figure { margin: 6px 0 0; display: grid; gap: 4px; }
figure svg { inline-size: 100%; max-block-size: 260px; background: var(--wash); border: 1px solid var(--line); border-radius: 6px; }
rect { fill: light-dark(rgb(90 105 120 / .18), rgb(200 215 230 / .16)); stroke: light-dark(#7b8794, #8b98a5); stroke-width: 3; }
.stepper { display: grid; gap: 8px; pointer-events: auto; max-inline-size: calc(100vw - 24px); }
.where { min-block-size: 1.5em; }
.where bdi { font-weight: 600; }
fieldset.categories legend { padding: 0; font-size: calc(13 * var(--px)); color: var(--soft); margin-block-end: 6px; }
.choice[aria-pressed="true"] { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); font-weight: 600; }
.choice[aria-pressed="true"]::before { content: '✓ '; content: '✓ ' / ''; color: var(--accent); }
.flag { display: flex; align-items: center; justify-content: space-between; gap: 8px; border: 1px solid var(--line); border-radius: 6px; padding-inline-start: 12px; }
@media (forced-colors: active) { rect { stroke: CanvasText; } mark { forced-color-adjust: none; } }
`
