import type { TwinPatient } from './patients.ts'

/** What of the app a script can act upon, by name. */
export type PartName =
  | 'save'
  | 'dead'
  | 'slow'
  | 'fail'
  | 'warn'
  | 'disabled'
  | 'row'
  | 'deep'
  | 'weight'
  | 'note'
  | 'secret'
  | 'rich'
  | 'pick'
  | 'send'
  | 'add'
  | 'vitals'
  | 'override'

/** A screen that is the app's; `openmrs`: its landmarks and names are those of OpenMRS. */
export interface TwinScreen {
  id: string
  path: string
  isOpenmrs: boolean
  /** The form over the chart is open from the beginning. */
  hasForm: boolean
}

export interface TwinView extends Window {
  twinParts?: Partial<Record<PartName, Element>>
}

/**
 * An app with a patient's data in every place where a page can have any. It runs in the page, so it needs
 * nothing but its arguments; what it does upon a press is the same for every patient, what it then says is not.
 */
export function startApp(view: TwinView, patient: TwinPatient, screen: TwinScreen): void {
  const { document } = view
  const name = `${patient.given} ${patient.family}`
  const about = `${name}, ${patient.birthdate}, ${patient.identifier}`
  const parts: Partial<Record<PartName, Element>> = {}
  view.twinParts = parts

  const set = (element: Element, attributes: Record<string, string>) => {
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  }
  const make = (
    tag: string,
    attributes: Record<string, string>,
    content: string | Node[] = [],
  ): HTMLElement => {
    const element = document.createElement(tag)
    set(element, attributes)
    if (typeof content === 'string') element.textContent = content
    else element.append(...content)
    return element
  }
  const part = (of: PartName, element: HTMLElement) => {
    parts[of] = element
    return element
  }
  const button = (of: PartName, words: string, more: Record<string, string> = {}) =>
    part(of, make('button', { type: 'button', ...more }, words))

  document.title = `${about} – ${patient.drug}`
  document.documentElement.setAttribute('data-patient', patient.uuid)
  document.head.append(
    make('meta', { name: 'description', content: about }),
    make(
      'style',
      {},
      `:root { --patient: "${patient.identifier}"; } .of::before { content: "${patient.identifier} ${patient.birthdate}"; }`,
    ),
  )
  document.body.className = `p-${patient.identifier}`
  document.body.append(document.createComment(about))

  const said = make('p', { role: 'status' }, `Welcome to ${name}`)
  const say = (words: string) => {
    said.textContent = `${words}: ${about}`
  }
  const field = (of: PartName, tag: string, label: string, more: Record<string, string>) =>
    make('label', {}, [document.createTextNode(label), part(of, make(tag, more))])

  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  const svgTitle = document.createElementNS('http://www.w3.org/2000/svg', 'title')
  svgTitle.textContent = about
  const svgText = document.createElementNS('http://www.w3.org/2000/svg', 'text')
  svgText.textContent = patient.drug
  svg.append(svgTitle, svgText)
  const canvas = make('canvas', {
    'aria-label': about,
    width: '60',
    height: '20',
  }) as HTMLCanvasElement
  canvas.getContext?.('2d')?.fillText?.(name, 2, 12)

  // A custom element that is called after the patient, with roots in roots.
  const custom = make(`x-p${patient.identifier}`, { title: about })
  const outer = custom.attachShadow({ mode: 'open' })
  const within = make('div', { 'data-name': name })
  outer.append(within, make('p', {}, patient.note))
  const inner = within.attachShadow({ mode: 'open' })
  inner.append(make('p', {}, about), button('deep', `Sign for ${name}`))

  const rows = patient.results.map((value, at) => {
    const open = make('button', { type: 'button', 'aria-label': `Open ${value} of ${name}` }, '›')
    if (at === 0) parts.row = open
    return make('tr', { id: `r-${patient.identifier}-${at}` }, [
      make('th', { scope: 'row' }, patient.drug),
      make('td', { title: patient.birthdate }, value),
      make('td', {}, [open]),
    ])
  })
  const options = [patient.drug, patient.note, ...patient.results].map((words) =>
    make('option', { value: words, label: words }, words),
  )
  const weight = field('weight', 'input', 'Weight', {
    ...{ required: '', placeholder: patient.results[0] ?? '', value: patient.results[0] ?? '' },
    ...{ autocomplete: 'name', title: about },
  })
  const secret = field('secret', 'input', 'PIN', { type: 'password', value: patient.identifier })
  const rich = part(
    'rich',
    make('div', { contenteditable: 'true', 'aria-label': name }, patient.note),
  )
  const note = field('note', 'textarea', 'Note', { 'aria-description': patient.note })
  const upload = make('input', { type: 'file', 'aria-label': `${name}.pdf` }) as HTMLInputElement
  if (view.location.protocol.startsWith('http') && typeof DataTransfer === 'function')
    try {
      const files = new DataTransfer()
      files.items.add(new File([patient.note], `${patient.identifier}-${name}.txt`))
      upload.files = files.files
    } catch {
      // A page without a file has its name in the label alone.
    }
  const pick = part('pick', make('select', { 'aria-label': patient.drug }, options))
  const send = part('send', make('button', { type: 'submit' }, `Send for ${patient.given}`))
  const form = make('form', { name: patient.family, action: `/of/${patient.identifier}` }, [
    // A field for a secret that has the focus keeps help back: none comes after the weight.
    ...[secret, weight, note, rich, pick, upload, send],
  ])

  const banner = make('header', { role: 'banner', 'aria-label': 'patient banner', class: 'of' }, [
    make('h1', {}, about),
    make('img', { alt: `Photograph of ${name}`, title: patient.phone, src: 'data:,' }),
    make('a', { href: `tel:${patient.phone}`, title: patient.street }, patient.phone),
  ])
  const nav = make('nav', { 'aria-label': 'Left navigation' }, [
    make('a', { href: '#allergies' }, 'Allergies'),
    make('a', { href: `#${patient.uuid}`, 'data-mrn': patient.identifier }, name),
  ])
  const vitals: HTMLElement[] = screen.hasForm
    ? [
        make('section', { 'aria-label': 'Vitals' }, [
          make('input', {
            ...{ type: 'number', name: 'Temperature', 'aria-label': 'Temperature' },
            ...{ value: patient.results[0] ?? '', placeholder: patient.birthdate },
          }),
          make('input', { type: 'number', name: 'Weight', 'aria-label': 'Weight' }),
        ]),
      ]
    : []
  const main = make('main', { 'aria-description': about }, [
    said,
    make('h2', {}, 'Allergies'),
    button('add', 'Add', { 'data-of': patient.uuid }),
    button('vitals', 'Record vitals', { title: `of ${name}` }),
    button('save', 'Save', { 'aria-description': about }),
    button('dead', `Call ${name}`, { id: `call-${patient.identifier}`, class: patient.family }),
    button('slow', patient.drug, { title: patient.note }),
    button('fail', `Fetch ${patient.identifier}`),
    button('warn', `Order ${patient.drug}`),
    button('disabled', `Discharge ${name}`, { disabled: '' }),
    make('table', { 'aria-label': `Results of ${name}` }, rows),
    svg as unknown as Node,
    canvas,
    custom,
    ...vitals,
    form,
  ])
  const frame = make('iframe', {
    ...{ name: `of-${patient.identifier}`, title: name },
    srcdoc: `<p id="p">${patient.identifier} ${patient.birthdate}</p>`,
  })
  document.body.append(banner, nav, main, ...(screen.isOpenmrs ? [] : [frame]))

  const on = (of: PartName, act: () => void) => parts[of]?.addEventListener('click', act)
  on('save', () => say('Saved'))
  on('add', () => say('Added'))
  on('row', () => say('Opened'))
  on('deep', () => inner.prepend(make('p', {}, name)))
  on('slow', () => void setTimeout(() => say('At last'), 4_500))
  on('fail', () => {
    document.body.append(
      make('div', { role: 'alert', class: 'toast error' }, `${name} could not be read`),
    )
    void Promise.reject(new Error(`No record of ${about}`)).catch((error: Error) =>
      say(error.message),
    )
  })
  on('warn', () => {
    const dialog = make('div', { role: 'alertdialog', 'aria-label': about }, [
      make('p', {}, `${name} is allergic to ${patient.drug}`),
      button('override', `Override for ${name}`),
    ])
    on('override', () => dialog.remove())
    document.body.append(dialog)
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    parts.weight?.setAttribute('aria-invalid', 'true')
    say('Refused')
  })
  on('pick', () => {
    parts.secret?.setAttribute('type', 'text')
  })
}

/** The address of a screen, with the patient in its path, its query and its hash. */
export function addressOf({ path }: TwinScreen, patient: TwinPatient): string {
  const name = encodeURIComponent(`${patient.given} ${patient.family}`.toWellFormed())
  return `${path.replace(':id', patient.uuid)}?patient=${patient.identifier}&name=${name}#${patient.birthdate}`
}
