import type { Act, Row } from '../episode.ts'

/** A screen of the demo EHR, by its path, and what is done there. */
export interface Screen {
  path: string
  rows: readonly Row[]
}

const CHART = '/openmrs/spa/patient/8673ee4f-e2ab-4077-ba55-4980f408773e/chart'
const SORT = 'button.cds--table-sort'
const NEXT = 'button[class*="pagination__button--forward"]'
const SAVE = 'button[type=submit]::-p-text(Save and close)'

const use = (widget: string, behaviour: string, ...acts: Act[]): Row => ({
  widget,
  behaviour,
  acts,
})
const forgotten = (press: string, widget: string): Row => ({
  widget,
  behaviour: 'pressed once; its handler is missing',
  acts: [{ hover: press }, { unhandle: press }, { press }],
  truth: ['dead'],
})
const raged = (press: string, widget: string): Row => ({
  widget,
  behaviour: 'pressed five times in haste; its handler is missing',
  acts: [{ hover: press }, { unhandle: press }, { press, times: 5, every: 150 }],
  truth: ['rage'],
  allowed: ['dead'],
})
const twice = (press: string, widget: string, ...before: Act[]): Row => ({
  widget,
  behaviour: 'disabled; pressed twice',
  acts: [...before, { press }, { wait: 1000 }, { press }],
  truth: ['disabled'],
  allowed: ['dead'],
})
const openVitals: readonly Act[] = [{ press: 'button::-p-text(Record vitals)' }, { wait: 3500 }]
const fillVitals: readonly Act[] = [
  ...openVitals,
  { press: 'input[id$="-temperature"]' },
  { type: '37' },
  { wait: 500 },
]

export const SCREENS: readonly Screen[] = [
  {
    path: `${CHART}/Vitals%20%26%20Biometrics`,
    rows: [
      use('table', 'sorted up, down and back', { press: SORT, times: 3, every: 260 }),
      use('tabs', 'the chart shown', { press: 'button[role=tab][aria-selected=false]' }),
      use('tabs', 'pressed although open', { press: 'button[role=tab][aria-selected=true]' }),
      use(
        'overflow menu',
        'opened and left',
        { press: 'table button.cds--overflow-menu' },
        { wait: 900 },
        { key: 'Escape' },
      ),
      use(
        'menu button',
        'opened and left',
        { press: '[id^=patient-actions-menu-trigger]' },
        { wait: 900 },
        { key: 'Escape' },
      ),
      use(
        'disclosure',
        'opened and closed',
        { press: 'button::-p-text(Show more)' },
        { wait: 900 },
        { press: 'button::-p-text(Show less)' },
      ),
      use('toggletip', 'opened', {
        press: 'button.cds--toggletip-button[aria-label="View normal ranges"]',
      }),
      use('pager', 'disabled; pressed once', { press: NEXT }),
      use('number fields', 'filled in', ...fillVitals),
      use(
        'form',
        'saved over a slow network',
        ...fillVitals,
        { server: 'slow' },
        { press: SAVE },
        { wait: 3500 },
        { server: 'well' },
      ),
      forgotten('button::-p-text(Show more)', 'disclosure'),
      forgotten(SORT, 'table header'),
      forgotten('button[role=tab][aria-selected=false]', 'tabs'),
      forgotten('button::-p-text(Record vitals)', 'button'),
      forgotten('table button.cds--overflow-menu', 'overflow menu'),
      raged('button::-p-text(Show more)', 'disclosure'),
      raged('button::-p-text(Record vitals)', 'button'),
      twice(NEXT, 'pager'),
      twice(SAVE, 'button of a form', ...openVitals),
      {
        widget: 'form',
        behaviour: 'saved; the server refuses',
        acts: [
          ...fillVitals,
          { server: 'refuses' },
          { press: SAVE },
          { wait: 2500 },
          { server: 'well' },
        ],
        truth: ['failed-request'],
        // Whether the app also logs it is not the bench's to say.
        allowed: ['error'],
      },
    ],
  },
  {
    path: '/openmrs/spa/home/appointments',
    rows: [
      use(
        'calendar',
        'opened, five months on',
        { press: 'button[aria-label=Calendar]' },
        { wait: 900 },
        { press: 'button[slot=next]', times: 5, every: 200 },
        { key: 'Escape' },
      ),
      use(
        'row',
        'unfolded and folded',
        { press: 'tbody button.cds--table-expand__button' },
        { wait: 1200 },
        { press: 'tbody button.cds--table-expand__button' },
      ),
      use('checkbox', 'chosen and not', {
        press: 'tbody label.cds--checkbox-label',
        times: 2,
        every: 500,
      }),
      use(
        'combobox',
        'opened and chosen from',
        { press: '[role=combobox]::-p-text(Filter appointments by status)' },
        { wait: 900 },
        { press: '[role=option]' },
      ),
      use('search', 'typed', { press: 'input[type=search]' }, { type: 'wil' }),
      use('download', 'pressed', { press: 'button::-p-text(Download)' }),
      use(
        'native select',
        'opened and left',
        { press: 'select' },
        { wait: 600 },
        { key: 'Escape' },
      ),
      forgotten('button::-p-text(Create new appointment)', 'button'),
      forgotten('tbody button.cds--table-expand__button', 'row'),
      forgotten('button::-p-text(Download)', 'download'),
      raged('tbody button.cds--table-expand__button', 'row'),
      twice(`button[aria-label="Next page"], ${NEXT}`, 'pager'),
    ],
  },
  {
    path: '/openmrs/spa/patient-registration',
    rows: [
      use('form', 'refused once', { press: 'button::-p-text(Register patient)' }),
      use('radio button', 'chosen', { press: 'label[for=gender-option-female]' }),
      use('switch', 'changed', { press: 'button[role=tab]::-p-text(No)' }),
      use(
        'fields',
        'filled in',
        { press: '#givenName' },
        { type: 'Ada' },
        { key: 'Tab' },
        { key: 'Tab' },
        { type: 'Byron' },
      ),
      {
        widget: 'form',
        behaviour: 'refused twice',
        acts: [
          { press: 'button::-p-text(Register patient)' },
          { wait: 2500 },
          { press: 'button::-p-text(Register patient)' },
        ],
        truth: ['validation'],
        allowed: ['dead'],
      },
      forgotten('button::-p-text(Configure)', 'button'),
      raged('button::-p-text(Add Relationship)', 'button'),
    ],
  },
]
