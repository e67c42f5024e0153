import type { Row } from '../episode.ts'

const dead = (press: string, widget: string, more: Partial<Row> = {}): Row => ({
  widget,
  behaviour: 'pressed once; nothing is behind it',
  acts: [{ press }],
  truth: ['dead'],
  ...more,
})
const raged = (press: string, widget: string, times: number, more: Partial<Row> = {}): Row => ({
  widget,
  behaviour: `pressed ${times} times in haste`,
  acts: [{ press, times, every: 150 }],
  truth: ['rage'],
  allowed: ['dead'],
  ...more,
})
const failing = (press: string, behaviour: string, more: Partial<Row> = {}): Row => ({
  widget: 'button with a request',
  behaviour,
  acts: [{ press }],
  truth: ['failed-request'],
  ...more,
})
/** Two pressings of what is dead are not yet rage; tools that count three are not wrong there. */
const AGAIN = { truth: ['dead'], allowed: ['rage'] } as const

/** Friction on the fixture page: each row says what is wrong with the widget. */
export const FRICTION: readonly Row[] = [
  dead('#dead', 'button'),
  dead('#dead-two', 'button', {
    behaviour: 'pressed, waited, pressed again; nothing is behind it',
    acts: [{ press: '#dead-two' }, { wait: 1500 }, { press: '#dead-two' }],
  }),
  dead('#dead-two', 'button', {
    behaviour: 'pressed three times in haste; nothing is behind it',
    acts: [{ press: '#dead-two', times: 3, every: 180 }],
    ...AGAIN,
  }),
  dead('#dead-div', 'element with the role of a button'),
  dead('#dead-hand', 'text with the hand cursor'),
  dead('#dead-icon', 'icon button'),
  dead('#dead-tab', 'tab'),
  dead('#dead-item', 'menu item'),
  dead('#dead-link', 'link'),
  dead('#dead-tracked', 'button whose press is only counted by analytics'),
  dead('#dead-ripple', 'button that shows its press and does nothing'),
  dead('#dead-inner', 'button in a frame', { acts: [{ press: '#dead-inner', frame: 'inner' }] }),
  dead('>>> #dead-shadow', 'button in a shadow root'),
  raged('#dead', 'button with nothing behind it', 5),
  raged('#dead-div', 'element with the role of a button, nothing behind it', 6),
  raged('#dead-hand', 'text with the hand cursor, nothing behind it', 5),
  raged('#dead-icon', 'icon button with nothing behind it', 8),
  raged('#disabled', 'disabled button', 5, { allowed: ['dead', 'disabled'] }),
  raged('#slow-b', 'button that takes six seconds', 5, { allowed: ['dead', 'slow'], rest: 7600 }),
  raged('#fail-500', 'button whose request fails', 5, { allowed: ['dead', 'error'] }),
  raged('#dead-inner', 'button in a frame, nothing behind it', 5, {
    acts: [{ press: '#dead-inner', frame: 'inner', times: 5, every: 150 }],
  }),
  failing('#fail-500', 'the request fails; the app logs it and says so', {
    truth: ['failed-request', 'script-error'],
  }),
  failing('#fail-404', 'the request fails; the app says so'),
  failing('#fail-silent', 'the request fails; the app keeps silent', { allowed: ['dead'] }),
  failing('#fail-thrown', 'the request fails; nobody catches it', {
    truth: ['failed-request', 'script-error'],
    allowed: ['dead'],
  }),
  failing('#fail-late', 'the request fails late; the app logs it and says so', {
    truth: ['failed-request', 'script-error'],
  }),
  {
    widget: 'button',
    behaviour: 'its script throws',
    acts: [{ press: '#script-thrown' }],
    truth: ['script-error'],
    allowed: ['dead'],
  },
  {
    widget: 'button',
    behaviour: 'its script logs an error and says so',
    acts: [{ press: '#script-logged' }],
    truth: ['script-error'],
  },
  ...['#slow-a', '#slow-b', '#slow-fetch'].map(
    (press): Row => ({
      widget: 'button',
      behaviour: 'answers only after four to six seconds',
      acts: [{ press }],
      truth: ['slow'],
      allowed: ['dead'],
      rest: 7600,
    }),
  ),
  ...['#disabled', '#aria-disabled'].map(
    (press): Row => ({
      widget: 'disabled button',
      behaviour: 'pressed twice',
      acts: [{ press }, { wait: 900 }, { press }],
      truth: ['disabled'],
      allowed: ['dead'],
    }),
  ),
  {
    widget: 'form',
    behaviour: 'refused by the browser twice',
    acts: [{ press: '#send' }, { wait: 1600 }, { press: '#send' }],
    truth: ['validation'],
  },
  {
    widget: 'form',
    behaviour: 'refused by the app twice',
    acts: [
      ...[{ press: '#height' }, { type: 'tall' }, { press: '#marked-send' }, { wait: 1800 }],
      { press: '#marked-send' },
    ],
    truth: ['validation'],
    // A second press that changes no mark has no answer to be seen.
    allowed: ['dead'],
  },
  {
    widget: 'screens',
    behaviour: 'there and straight back',
    acts: [{ wait: 500 }, { press: '#to-lab' }, { wait: 1200 }, { press: '#to-ward' }],
    truth: ['u-turn'],
  },
  {
    widget: 'field',
    behaviour: 'changed, left and changed again, four times',
    acts: [1, 2, 3, 4].flatMap((dose) => [
      ...[{ press: '#dose' }, { type: `${dose}` }, { key: 'Tab' as const }, { wait: 300 }],
    ]),
    truth: ['re-entry'],
  },
  {
    widget: 'field',
    behaviour: 'entered, and nothing for nine seconds',
    acts: [{ press: '#reason' }, { wait: 9000 }, { type: 'fever' }, { key: 'Tab' }],
    truth: ['hesitation'],
  },
  {
    widget: 'alert',
    behaviour: 'overridden after a second',
    acts: [{ press: '#warn' }, { wait: 900 }, { press: '#override' }],
    truth: ['reflex-alert'],
  },
  {
    widget: 'pointer',
    behaviour: 'shaken',
    acts: [{ shake: 40 }],
    truth: ['thrash'],
  },
]

/** On the long page. */
export const LONG_FRICTION: readonly Row[] = [
  {
    widget: 'long page',
    behaviour: 'scrolled up and down again and again',
    acts: Array.from({ length: 9 }, (_, way) => ({ wheel: way % 2 === 0 ? 450 : -450, turns: 3 })),
    truth: ['scroll-hunt'],
  },
]
