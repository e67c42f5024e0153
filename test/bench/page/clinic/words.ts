const split = (words: string) => words.split('|')

/** What a chart's cards are about. The page's own and those of other pages have none in common. */
export const SUBJECTS = {
  chart: split(
    'Vital signs|Allergies|Immunizations|Conditions|Active medications|Past medications|Lab results|Imaging|Care plans|Encounters|Referrals|Attachments|Programs|Appointments|Growth chart|Social history|Family history|Procedures|Wound care|Fluid balance|Pain scores|Nursing notes|Discharge planning|Diet orders|Consents',
  ),
  elsewhere: split(
    'Stock levels|Bed occupancy|Shift roster|Theatre list|Blood bank|Sample tracking|Plate layout|Reagent orders|Instrument bookings|Protocol drafts|Billing queue|Claims|Ward transfers|Cleaning rounds|Oxygen supply',
  ),
} as const

export const AREAS = split(
  'Inpatient|Outpatient|Maternity|Paediatric|Emergency|Surgical|Oncology|Dialysis|Cardiology|Community',
)
export const FIELDS = split(
  'Temperature|Pulse|Respiratory rate|Oxygen saturation|Systolic pressure|Diastolic pressure|Weight|Height|Comment|Onset date|Severity|Reaction|Dose|Dose unit|Route|Frequency|Duration|Indication|Start date|End date|Prescriber|Location|Clinician|Reason|Priority|Specimen|Status|Laterality|Body site|Follow-up date',
)
export const COLUMNS = split('Date|Name|Value|Unit|Recorded by|Status|Actions')
export const TOOLS = split('Add|Filter|Print|Export|See all|Refresh')
export const ROW_ACTIONS = split('Edit|View|Delete')
export const PEOPLE = split(
  'Amina Njoroge|Lars Holm|Priya Raman|Tomás Vega|Mei Tanaka|Joseph Banda|Elif Kaya|Nora Quinn|Samuel Osei|Ines Duarte',
)
export const NAVIGATION = split(
  'Home|Service queues|Laboratory|Pharmacy|Ward round|Reports|Data quality|User guide|Settings|Messages|Tasks|Patient lists',
)
