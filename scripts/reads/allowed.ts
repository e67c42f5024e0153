/** One read of what a page says that the sensing and reporting of friction is allowed, and what for. */
export interface AllowedRead {
  file: string
  /** The member, attribute or function by whose name it reads. */
  name: string
  why: string
}

/** All of them. What is not here, the check refuses; what is here and not read, it refuses too. */
export const ALLOWED: readonly AllowedRead[] = [
  {
    file: 'src/content/sensing/repeatable.ts',
    name: 'aria-label',
    why: 'whether a button is called next, plus, zoom: compared with a fixed list, one yes or no is kept',
  },
  {
    file: 'src/content/sensing/repeatable.ts',
    name: 'class',
    why: 'names that component libraries give calendars and steppers: one yes or no is kept',
  },
  {
    file: 'src/content/sensing/repeatable.ts',
    name: 'id',
    why: 'as the class',
  },
  {
    file: 'src/content/sensing/press-style.ts',
    name: 'what is chosen at run time',
    why: 'class and style of a pressed control, a second after the press: whether they are as before; kept until then',
  },
  {
    file: 'src/content/sensing/times.ts',
    name: 'valueAsNumber',
    why: 'late_entry, where a policy or the pack asks for it: compared with the clock, a step of four is kept',
  },
  {
    file: 'src/content/sensing/contexts.ts',
    name: 'href',
    why: 'whether the address is another one than at the last look: compared in memory, nothing is kept of it',
  },
  {
    file: 'src/content/sensing/contexts.ts',
    name: 'createSameRecord',
    why: 'whether another patient’s banner shows: salted marks in memory, one yes or no is told',
  },
  {
    file: 'src/content/sensing/resources.ts',
    name: 'name',
    why: 'the address of a request: a number is made of it, by which a poll is known; it stays in memory',
  },
  {
    file: 'src/content/reporting/page-text.ts',
    name: 'what is chosen at run time',
    why: 'what fields hold, frames, and words of attributes: for the check of a comment, at the press, kept nowhere',
  },
  {
    file: 'src/content/reporting/page-text.ts',
    name: 'textOf',
    why: 'the texts of the page, for the same',
  },
  {
    file: 'src/content/reporting/page-text.ts',
    name: 'title',
    why: 'the title of the page, for the same',
  },
  {
    file: 'src/content/reporting/page-text.ts',
    name: 'href',
    why: 'the address of the page, for the same',
  },
  {
    file: 'src/content/reporting/reporting-part.ts',
    name: 'label',
    why: 'how a part was named to the person: taken off before a report goes',
  },
  {
    file: 'src/content/reporting/save-file.ts',
    name: 'href',
    why: 'the address of the file that the person saves, which is set',
  },
]
