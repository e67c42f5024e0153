import { wordsOf } from './words.ts'

/** Words that say nothing by themselves: two of them in a row stand on every page. */
const FUNCTION_WORDS = [
  `a an the of to in on at is it its are be been was were and or not no with without for from by as that this
   these those i we you they he she me my our your their there here when where which what how if but so than then
   too also can could do does did has have had should would must`,
  `der die das den dem des ein eine einen einem einer und oder nicht kein keine mit ohne in im auf an am zu zum zur
   von vom bei für aus ist sind war es ich wir sie er man mir uns dass wenn wie was wo hier da aber auch noch nur
   so zu sich wird werden kann muss hat haben`,
  `le la les un une des du de et ou ne pas plus avec sans dans sur à au aux en est sont été il elle on je nous vous
   ils me se ce cet cette ces que qui quand où pour par mais aussi très peut doit faut a ont être avoir`,
  `el la los las un una unos unas de del y o no con sin en a al es son era hay se me nos que cuando donde como para
   por pero muy más también lo le su sus mi este esta estos estas puede debe ha han ser estar`,
  `o a os as um uma uns umas de do da dos das e ou não com sem em no na nos nas ao à é são era há se me nos que
   quando onde como para por mas muito mais também seu sua este esta isso pode deve tem ser estar`,
  `de het een en of niet geen met zonder in op aan te is zijn was er ik we wij u ze zij je me ons dat die dit deze
   als hoe wat waar hier maar ook nog van voor bij naar uit kan moet heeft hebben worden wordt`,
  `في من على إلى عن مع بلا بدون هو هي هذا هذه ذلك تلك التي الذي ما لا لم لن أن إن كان كانت أو ثم قد كل حتى عند بعد
   قبل أنا نحن هنا هناك كيف متى أين لأن لكن أيضا جدا`,
] as const

/** Words of everyday talk about software: on a page they say nothing of a patient. */
const TALK = [
  `able about add after again alert alerts all always any appear appears app back bad because before better box button
   cannot change check choose chosen clear click clicks close confusing date day days delete different difficult
   display done each easy edit empty enter error every everything example expected extra false far fast field fields
   find first follow form forms get go goes good hard help hidden hide important information instead into just keep
   know label labels last late later less let letters like line list lists load loading long look looks lose make
   makes many mean means menu message messages missing more most move name names need needed needs never new next
   nothing number numbers off often old once one only open opens option options order orders other out over page
   pages paper part patient patients people place please point popup press problem question quick read reason
   record records report result results right same save saved screen screens scroll search second see seems select
   send set several show shown shows side slow small some something start step steps still stop system tab table
   take takes text thing things time times title top true try twice two type unclear under understand until up use
   used useful user view wait warning way well while why window word words work working works write wrong yes`,
  `abbrechen ändern alle alles andere anderes anders angezeigt ansicht arbeit auswahl bedeutet beispiel besser bild
   button datum dauert drücken eingabe eintrag einträge ende erste falsch fehler fehlt fehlen feld felder fenster
   finden formular frage ganz gehen gut immer information klar klein klicken klicks knopf lange langsam leer lesen
   letzte liste löschen machen mehr meldung menü nächste name neu nichts nie nummer oben öffnen oft papier patient
   patienten person problem reihenfolge richtig schließen schlecht schnell schritt schritte schwer schwierig sehen
   seite seiten senden speichern spalte steht suche suchen system tabelle tag text titel umweg unklar unten
   unverständlich viel viele warnung warnungen warten warum weiß wieder wort wörter zeigt zeile zeit ziel zweite`,
  `affiche afficher ajouter alerte alertes aller attendre autre autres avant après bouton champ champs changer chaque
   chercher choisir clair clic clics cliquer date dernier difficile écran écrans écrire effacer encore enregistrer
   envoyer erreur étape étapes exemple fait faire fenêtre fermer fin fois formulaire information informations jour
   jours jamais ligne lire liste long longtemps manque mauvais menu message mieux modifier mot mots montrer nom
   nouveau nouvelle numéro option ordre ouvrir page papier patient patients petit peu possible pourquoi premier
   problème question rapide recherche résultat résultats rien saisie saisir souvent suivant supprimer système tableau
   temps texte titre toujours tout toute trop trouver utile utiliser vide voir lent lente`,
  `abrir ahora alerta alertas antes añadir aparece botón bien borrar buscar cada cambiar campo campos cerrar clic
   claro columna dato datos después día días difícil elegir ejemplo enviar error escribir esperar fecha fácil falta
   fila formulario guardar hacer información ir lento lenta leer lista mal malo mejor mensaje menú mostrar mucho
   mucha nada nombre nuevo nueva número nunca opción orden otra otro página pantalla pantallas papel paciente
   pacientes parte paso pasos pequeño poco porque primero problema pregunta pulsar rápido resultado resultados
   segundo sección siempre siguiente sistema tabla tarda texto tiempo título toda todo trabajo último útil usar vacío
   veces ventana ver vez`,
  `abrir agora alerta alertas antes aparece apagar adicionar botão bem buscar cada campo campos clique claro coluna
   dado dados depois dia dias difícil enviar errado erro escolher escrever esperar exemplo fácil falta fechar
   formulário informação informações ir lento lenta ler linha lista mal melhor mensagem menu mostrar mudar muita nada
   nome novo nova número nunca opção ordem outra outro página papel paciente pacientes parte passo passos pequeno
   pouco porque primeiro problema pergunta rápido resultado resultados salvar sempre segundo seguinte sistema tabela
   tela telas tempo texto título toda todo trabalho último útil usar vazio ver vez vezes janela`,
  `alle alles altijd ander andere anders beter bericht berichten bewaren daarna dag dagen datum duidelijk eerste
   eerst einde fout formulier gaan gebruiken gegevens goed heel informatie invullen klein klik klikken knop kolom
   kiezen laatste lang lange langzaam leeg lezen lijst lijsten maken meer meldingen menu moeilijk naam niets nieuw
   nooit nummer onduidelijk ontbreekt open openen opslaan optie pagina papier patiënt patiënten persoon probleem regel
   resultaat resultaten scherm schermen schrijven slecht sluiten snel soms stap stappen steeds systeem tabel tekst
   tijd titel traag tweede vaak veel veld velden venster verkeerd verwijderen vinden volgende volgorde voorbeeld vraag
   waarom waarschuwing waarschuwingen wachten weer werk werken weinig wijzigen woord woorden zien zoeken`,
  `شاشة الشاشة شاشات صفحة الصفحة زر الزر حقل الحقل حقول قائمة القائمة نموذج النموذج جدول الجدول خطوة خطوات الخطوات
   بطيء بطيئة صعب صعبة سهل واضح واضحة غير كلمة كلمات الكلمات تنبيه تنبيهات التنبيهات معلومات المعلومات ناقص ناقصة
   ترتيب الترتيب خطأ مشكلة حفظ فتح إغلاق بحث إرسال اختيار كتابة قراءة وقت وقتا طويل طويلة كثير كثيرة قليل مريض المريض
   مرضى المرضى نظام النظام ورق الورق جديد جديدة قديم مرة مرات يوم كل شيء لماذا أريد أحتاج يجب يمكن`,
] as const

/** Two spellings of each: what is compared is folded. */
function folded(list: string): Set<string> {
  return new Set(
    (['plain', 'spelled'] as const).flatMap((spelling) =>
      wordsOf(list, spelling).map(({ word }) => word),
    ),
  )
}

const functionWords = FUNCTION_WORDS.map(folded)
const ordinary = new Set([...FUNCTION_WORDS, ...TALK].flatMap((list) => [...folded(list)]))

/** Whether all of some folded words are words of one language that say nothing by themselves. */
export function areFunctionWords(words: readonly string[]): boolean {
  return functionWords.some((own) => words.every((word) => own.has(word)))
}

/** Whether a folded word is one of everyday talk about software, in a language that Handrail speaks. */
export function isOrdinaryWord(word: string): boolean {
  return ordinary.has(word)
}
