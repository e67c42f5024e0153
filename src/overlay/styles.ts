/** One style sheet, adopted by the shadow root: the page's rules do not reach in, ours not out. */
export const styles = `
:host {
  all: initial !important;
  position: fixed !important;
  inset: 0 auto auto 0 !important;
  width: 0 !important;
  height: 0 !important;
  margin: 0 !important;
  padding: 0 !important;
  border: 0 !important;
  overflow: visible !important;
  background: none !important;
  display: block !important;
  color-scheme: light dark !important;
  --ink: light-dark(#16202c, #eef2f6);
  --soft: light-dark(#4d5a68, #b3bec9);
  --paper: light-dark(#ffffff, #1c2530);
  --line: light-dark(#cfd6de, #3d4a58);
  --wash: light-dark(#f1f5f9, #273240);
  --accent: light-dark(#0b5fa5, #7cbcf5);
  --on-accent: light-dark(#ffffff, #0d1a27);
  --halo: light-dark(rgb(255 255 255 / .85), rgb(0 0 0 / .6));
}
*, *::before, *::after { box-sizing: border-box; }
/* Words run as the help's language does; where a thing stands follows the page. */
.all { --px: 1px; --words: ltr; --side: left; --near: 16px; --far: auto; display: contents; }
.all[dir="rtl"] { --words: rtl; --side: right; }
.all.size-large { --px: 1.2px; }
.all.size-larger { --px: 1.45px; }
.all.in-rtl { --near: auto; --far: 16px; }
.card, .launcher {
  font: 400 calc(14 * var(--px))/1.45 system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif;
  color: var(--ink);
}
.launcher[data-elsewhere="true"]::after { content: ''; position: absolute; inset-block-start: -2px; inset-inline-end: -2px; inline-size: 14px; block-size: 14px; border-radius: 50%; background: light-dark(#b45309, #fbbf24); border: 2px solid var(--paper); }
.go-on { display: flex; align-items: start; gap: 6px; }
.card {
  background: var(--paper);
  border: 1px solid var(--line);
  border-radius: 10px;
  box-shadow: 0 6px 24px rgb(10 20 35 / .2);
}
h2, h3, p, ul, ol { margin: 0; padding: 0; }
button, input { font: inherit; color: inherit; }
button { cursor: pointer; border-radius: 6px; border: 1px solid transparent; min-height: 32px; padding: 4px 12px; background: none; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.primary { background: var(--accent); color: var(--on-accent); font-weight: 600; }
.quiet { color: var(--accent); border-color: var(--line); background: var(--paper); }
.quiet:hover, .offer:hover, .choice:hover, .icon:hover { background: var(--wash); }
.wide { inline-size: 100%; }
.icon { inline-size: 32px; padding: 0; font-size: calc(18 * var(--px)); line-height: 1; color: var(--soft); }
.hint, .empty { color: var(--soft); font-size: calc(13 * var(--px)); }
.ring {
  position: fixed; inset-block-start: 0; left: 0; pointer-events: none;
  border-radius: 8px; border: 3px solid var(--accent); box-shadow: 0 0 0 2px var(--halo);
}
.ring.still { border-style: dashed; }
.callout { position: fixed; left: 0; top: 0; inline-size: min(calc(340 * var(--px)), calc(100vw - 24px)); max-block-size: calc(100vh - 24px); overflow: auto; padding: 10px 14px 12px; }
.callout { visibility: hidden; }
.callout.corner { visibility: visible; }
.callout.passive { pointer-events: none; }
.callout.corner { left: var(--near); right: var(--far); top: auto; inset-block-end: 72px; max-block-size: calc(100vh - 84px); }
.callout.corner[data-corner$="end"] { left: var(--far); right: var(--near); }
.callout.corner[data-corner^="top"] { inset-block: 16px auto; }
.finder { position: fixed; left: var(--near); right: var(--far); inset-block-end: 8px; }
.finder[hidden] { display: none; }
.finder .card { background: var(--accent); color: var(--on-accent); }
.beacon {
  position: fixed; left: 0; top: 0; inline-size: 24px; block-size: 24px; min-height: 24px; padding: 0; border: 0;
  border-radius: 50%; display: grid; place-items: center; visibility: hidden;
}
.beacon::before {
  content: ''; inline-size: 12px; block-size: 12px; border-radius: 50%; background: var(--accent);
  box-shadow: 0 0 0 2px var(--paper), 0 0 0 3px var(--accent);
}
.pop { position: fixed; left: 0; top: 0; inline-size: min(calc(300 * var(--px)), calc(100vw - 24px)); max-block-size: calc(100vh - 24px); overflow: auto; padding: 10px 14px 12px; visibility: hidden; }
.pop.corner { left: var(--near); right: var(--far); top: auto; inset-block-end: 72px; max-block-size: calc(100vh - 84px); }
.pop:focus { outline: none; }
.head { display: flex; align-items: center; gap: 4px; }
.head .eyebrow, .panel h2 { flex: 1; }
/* A name in the other direction keeps its own order, and its place. */
.eyebrow, .title, .offer strong, .offer span, .checklist h3, .what, h2 { unicode-bidi: plaintext; text-align: var(--side); }
.eyebrow { color: var(--soft); font-size: calc(12 * var(--px)); font-weight: 600; }
.text { margin-block: 4px 8px; font-size: calc(15 * var(--px)); overflow-wrap: anywhere; }
.text > * + * { margin-block-start: 6px; }
.text ul, .text ol { padding-inline-start: 20px; }
.text p { unicode-bidi: plaintext; }
.text a { color: var(--accent); }
.text code { background: var(--wash); border-radius: 4px; padding: 0 4px; }
.callout .foot { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; margin-block-start: 10px; }
.position { flex: 1; color: var(--soft); font-size: calc(12 * var(--px)); white-space: nowrap; }
.dock {
  position: fixed; left: var(--near); right: var(--far); inset-block-end: 16px; direction: ltr; display: flex; flex-direction: column;
  align-items: flex-start; gap: 10px; pointer-events: none;
}
.dock[hidden] { display: none; }
.in-rtl .dock { direction: rtl; }
.dock > * { pointer-events: auto; direction: var(--words); }
.dock[data-corner^="top"] { inset-block: 16px auto; flex-direction: column-reverse; }
.dock[data-corner$="end"] { left: var(--far); right: var(--near); align-items: flex-end; }
.launcher {
  inline-size: 40px; block-size: 40px; border-radius: 50%; background: var(--accent); color: var(--on-accent); position: relative;
  font-weight: 700; font-size: calc(18 * var(--px)); padding: 0; box-shadow: 0 2px 8px rgb(10 20 35 / .3); border: 2px solid var(--paper);
}
.bar { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; padding: 8px 12px; max-inline-size: min(calc(420 * var(--px)), calc(100vw - 40px)); }
.bar .words { flex: 1 1 140px; min-inline-size: 140px; margin-inline-end: 8px; }
.bar .title { font-weight: 600; }
.panel {
  inline-size: min(calc(360 * var(--px)), calc(100vw - 40px)); max-block-size: min(660px, calc(100vh - 90px));
  overflow: hidden; padding: 12px 16px 16px; display: flex; flex-direction: column; gap: 10px;
}
.panel > * { flex: none; }
.panel > .offers, .panel > .report { flex: 0 1 auto; overflow: auto; min-block-size: 0; padding: 4px; margin: -4px; }
.panel > .foot { display: grid; gap: 6px; }
.panel h2 { font-size: calc(16 * var(--px)); }
.panel h3 { font-size: calc(13 * var(--px)); color: var(--soft); margin-block: 6px 2px; }
.search { display: grid; gap: 4px; font-size: calc(13 * var(--px)); color: var(--soft); }
.search input { border: 1px solid light-dark(#7b8794, #7e8b98); border-radius: 6px; padding: 6px 10px; min-height: 36px; background: var(--paper); color: var(--ink); font-size: calc(14 * var(--px)); }
.search input::placeholder { color: var(--soft); opacity: 1; }
.offers, .report { display: flex; flex-direction: column; gap: 6px; }
.late { display: contents; }
.list { list-style: none; display: flex; flex-direction: column; gap: 6px; }
.offer { display: grid; gap: 2px; inline-size: 100%; text-align: start; border-color: var(--line); padding: 8px 12px; }
.offer span { color: var(--soft); font-size: calc(13 * var(--px)); }
.news { inline-size: min(calc(240 * var(--px)), calc(100vw - 40px)); padding: 10px 14px 12px; max-block-size: calc(100vh - 90px); overflow: auto; }
.news .title { font-weight: 600; }
.news .title + .pair { margin-block-start: 8px; }
.news .text { font-size: calc(14 * var(--px)); }
.list > li:has(.tools) { display: flex; align-items: stretch; gap: 2px; }
.tools { display: flex; flex-direction: column; justify-content: center; gap: 2px; }
.tools .icon { min-height: 28px; }
.tools .icon[aria-pressed="true"] { color: var(--accent); }
.settings .setting { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; padding-block: 4px; }
.settings .setting span { flex: 1 1 auto; }
.settings .quiet { margin-block: 4px; }
.settings[open] { padding-block-end: 8px; }
select { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid light-dark(#7b8794, #7e8b98); border-radius: 6px; min-height: 32px; padding: 4px 8px; max-inline-size: 100%; }
.pair { display: flex; flex-wrap: wrap; gap: 8px; }
fieldset { border: 0; padding: 0; margin: 0; min-inline-size: 0; }
.picture { display: block; max-inline-size: 100%; max-block-size: 180px; margin-block-start: 8px; border: 1px solid var(--line); border-radius: 6px; }
.picture[hidden] { display: none; }
.halves { display: grid; grid-template-columns: 1fr 1fr; gap: 6px; }
.survey { inline-size: min(280px, calc(100vw - 40px)); display: grid; gap: 8px; }
.survey .foot { display: flex; flex-wrap: wrap; gap: 6px; }
.scale { display: grid; grid-template-columns: repeat(5, 1fr); gap: 6px; }
.scale .choice { text-align: center; padding-inline: 0; }
.ends { display: flex; justify-content: space-between; gap: 16px; }
.new { border: 1px solid var(--line); border-radius: 6px; padding: 0 12px; }
.new summary { padding-block: 8px; font-weight: 600; cursor: pointer; }
.kind { display: block; color: var(--soft); font-size: 12px; font-weight: 400; }
.out { margin-inline-start: 2px; }
.checklist { border: 1px solid var(--line); border-radius: 6px; padding: 4px 8px 8px 12px; margin-block-start: 4px; }
.checklist h3 { flex: 1; color: var(--ink); font-size: calc(14 * var(--px)); }
.checklist .position { flex: none; }
.ticks li { display: flex; align-items: center; gap: 8px; min-block-size: 32px; }
.ticks .what { flex: 1; position: relative; }
.tick { flex: none; inline-size: 18px; block-size: 18px; border: 2px solid light-dark(#7b8794, #7e8b98); border-radius: 50%; font-size: calc(12 * var(--px)); font-weight: 700; line-height: 15px; text-align: center; }
.tick.done { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
.categories { display: grid; gap: 6px; margin-block: 4px; }
.choice { text-align: start; border-color: var(--line); }
.thanks { font-weight: 600; }
.pane { position: fixed; inset: 0; cursor: crosshair; background: rgb(10 20 35 / .06); }
.banner { position: fixed; top: 12px; left: 50%; transform: translateX(-50%); padding: 8px 16px; pointer-events: none; }
.spoken { position: fixed; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
/* A small window, or a page at 400 %: one part scrolls, and nothing is cut off. */
@media (max-height: 480px) {
  .panel { display: block; overflow: auto; }
  .panel > * + * { margin-block-start: 10px; }
  .panel > .offers, .panel > .report { overflow: visible; }
}
@media (prefers-contrast: more) {
  :host { --soft: var(--ink); --line: var(--ink); --wash: var(--paper); --accent: light-dark(#003b70, #b5dcff); }
  .card { border-width: 2px; box-shadow: none; }
  .quiet:hover, .offer:hover, .choice:hover, .icon:hover { outline: 2px solid; }
}
@media (forced-colors: active) {
  :focus-visible { outline-color: Highlight; }
  .launcher, .primary, .tick, .callout.passive { border: 2px solid ButtonText; }
  .ring { border-color: Highlight; }
  /* What browsers lay behind words there would lie over these rings and edges. */
  .tick.done { forced-color-adjust: none; background: Highlight; border-color: Highlight; color: HighlightText; }
  .icon > span, .launcher > span { forced-color-adjust: none; color: ButtonText; }
  .launcher[data-elsewhere="true"]::after { forced-color-adjust: none; background: ButtonText; border-color: Canvas; }
  .beacon::before { forced-color-adjust: none; background: ButtonText; box-shadow: 0 0 0 2px Canvas, 0 0 0 3px ButtonText; }
}
@media (prefers-reduced-motion: no-preference) {
  .ring { transition: opacity .12s; }
}
`
