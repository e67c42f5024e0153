/** Forms as a ward would set them up; the same two on both releases of the engine. */
type Field = Record<string, unknown>

const field = (type: string, key: string, label: string, more: Field = {}): Field => ({
  type,
  key,
  label,
  input: true,
  ...more,
})
const values = (...labels: string[]) =>
  labels.map((label) => ({ label, value: label.toLowerCase().replace(/\W+/g, '-') }))
const panel = (key: string, title: string, components: Field[], more: Field = {}): Field => ({
  type: 'panel',
  key,
  title,
  label: title,
  input: false,
  components,
  ...more,
})
const choices = (...labels: string[]) => ({
  data: { values: values(...labels) },
  dataSrc: 'values',
})

const medications = field('datagrid', 'medications', 'Current medication', {
  addAnother: 'Add medication',
  reorder: false,
  defaultValue: [{ drug: '', dose: '' }, { drug: '' }],
  components: [
    field('textfield', 'drug', 'Drug'),
    field('number', 'dose', 'Dose (mg)'),
    field('select', 'route', 'Route', choices('Oral', 'Intravenous', 'Subcutaneous')),
    field('checkbox', 'asNeeded', 'As needed'),
  ],
})

const allergies = field('editgrid', 'allergies', 'Allergies', {
  addAnother: 'Add allergy',
  saveRow: 'Save allergy',
  components: [
    field('textfield', 'substance', 'Substance'),
    field('radio', 'severity', 'Severity', { values: values('Mild', 'Moderate', 'Severe') }),
  ],
})

/** One long page: panels, a grid of rows, a list with rows to open, tabs. */
export const admission = {
  display: 'form',
  components: [
    panel('person', 'Admission', [
      field('textfield', 'ward', 'Ward', {
        tooltip: 'Where the bed is',
        validate: { required: true },
      }),
      field(
        'select',
        'reason',
        'Reason for admission',
        choices('Planned', 'Emergency', 'Transfer'),
      ),
      field('datetime', 'admittedAt', 'Admitted at', { format: 'yyyy-MM-dd HH:mm' }),
      field('radio', 'mobility', 'Mobility', {
        inline: true,
        values: values('Walks alone', 'Walks with help', 'Bed'),
      }),
      field('selectboxes', 'risks', 'Risks', {
        inline: true,
        values: values('Falls', 'Pressure sores', 'Delirium'),
      }),
      field('checkbox', 'isolation', 'Isolation needed'),
    ]),
    panel('vitals', 'Vital signs', [
      field('number', 'temperature', 'Temperature (°C)'),
      field('number', 'pulse', 'Pulse (per min)'),
      field('textarea', 'remarks', 'Remarks'),
    ]),
    panel(
      'contacts',
      'Next of kin',
      [
        field('textfield', 'kinName', 'Name'),
        field('phoneNumber', 'kinPhone', 'Telephone', { inputMask: '' }),
        field('textarea', 'remarks2', 'Remarks'),
      ],
      { collapsible: true, collapsed: false },
    ),
    panel('consent', 'Consent form', [field('checkbox', 'agreed', 'Consent given')], {
      collapsible: true,
      collapsed: true,
    }),
    medications,
    allergies,
    {
      type: 'tabs',
      key: 'plan',
      label: 'Plan',
      input: false,
      components: [
        {
          label: 'Nursing',
          key: 'nursing',
          components: [field('textarea', 'nursingPlan', 'Nursing plan')],
        },
        {
          label: 'Physiotherapy',
          key: 'physio',
          components: [field('textarea', 'physioPlan', 'Physiotherapy plan')],
        },
      ],
    },
    field('signature', 'signature', 'Signature of the nurse', { footer: 'Sign above' }),
    field('button', 'submit', 'Admit', { action: 'submit', theme: 'primary' }),
    field('button', 'reset', 'Clear form', { action: 'reset', theme: 'secondary' }),
  ],
}

/** One page after the other. */
export const assessment = {
  display: 'wizard',
  components: [
    panel('history', 'History', [
      field('radio', 'smoker', 'Smoker', { values: values('Yes', 'No', 'Former') }),
      field('number', 'packYears', 'Pack years'),
      field('day', 'lastMeal', 'Last meal', { dayFirst: true }),
    ]),
    panel('examination', 'Examination', [
      field('select', 'asa', 'ASA class', choices('I', 'II', 'III', 'IV')),
      field('survey', 'airway', 'Airway', {
        questions: values('Mouth opening', 'Neck movement'),
        values: values('Good', 'Limited'),
      }),
      field('textarea', 'findings', 'Findings'),
    ]),
    panel('release', 'Release for surgery', [
      field('checkbox', 'fit', 'Fit for anaesthesia'),
      field('time', 'plannedTime', 'Planned time'),
    ]),
  ],
}

/** What an author has begun with in the form builder. */
export const draft = {
  display: 'form',
  components: [
    field('textfield', 'ward', 'Ward'),
    field('number', 'temperature', 'Temperature (°C)'),
    field('checkbox', 'isolation', 'Isolation needed'),
  ],
}
