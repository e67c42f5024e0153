import { REPORT_CATEGORIES, type ReportCategory } from '../vocabulary/report-categories.ts'

const TRANSLATIONS: Record<string, Record<ReportCategory, string>> = {
  fr: {
    unfamiliar: 'Je ne connais pas cet écran',
    'too-many-steps': 'Trop d’étapes',
    'wrong-order': 'Étapes dans le mauvais ordre',
    'missing-information': 'Il manque des informations',
    'unclear-words': 'Les mots ne sont pas clairs',
    'alert-noise': 'Trop d’alertes',
    'used-paper': 'J’ai dû passer par le papier ou un autre système',
    'worked-around': 'J’ai dû contourner',
    slow: 'C’est lent',
  },
  es: {
    unfamiliar: 'No conozco esta pantalla',
    'too-many-steps': 'Demasiados pasos',
    'wrong-order': 'Pasos en mal orden',
    'missing-information': 'Falta información',
    'unclear-words': 'Las palabras no son claras',
    'alert-noise': 'Demasiadas alertas',
    'used-paper': 'Tuve que usar papel u otro sistema',
    'worked-around': 'Tuve que dar un rodeo',
    slow: 'Es lenta',
  },
}

/** A report's reason in the person's language; English where there is none. */
export function reportWords(locale: string, category: ReportCategory): string {
  return TRANSLATIONS[locale.split('-')[0] ?? '']?.[category] ?? REPORT_CATEGORIES[category]
}
