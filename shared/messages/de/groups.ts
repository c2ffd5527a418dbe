import type { groups as en } from '../en/groups.ts'
import type { Translated } from '../index.ts'
import { quantity } from './words.ts'

const devices = (count: number) => quantity(count, 'Gerät', 'Geräte')
const groupsOf = (count: number) => quantity(count, 'Gruppe', 'Gruppen')
const rows = (count: number) => quantity(count, 'Zeile', 'Zeilen')

export const groups: Translated<typeof en> = {
  count: groupsOf,
  devices,
  add: 'Gruppe anlegen …',
  addHere: 'Gruppe darunter anlegen …',
  importTree: 'Importieren …',
  more: (name) => `Mehr zu ${name}`,
  move: 'Verschieben …',
  rename: 'Umbenennen …',
  edit: 'Typ und Gruppen-ID ändern …',
  remove: 'Entfernen …',
  preview: {
    loading: 'Die Auswirkungen werden ermittelt …',
    ready: (count) =>
      count === 0
        ? 'Vorschau: Für kein Gerät ändert sich eine Einstellung.'
        : `Vorschau: Es ändert sich etwas für ${devices(count)}.`,
    none: 'Danach gilt für kein Gerät ein anderer Wert.',
    some: (count) => `Es ändert sich etwas für ${devices(count)}:`,
    groupsOnly: (count) =>
      count === 1
        ? 'In 1 Gruppe gilt ein anderer Wert. Sie hat keine Geräte.'
        : `In ${groupsOf(count)} gilt ein anderer Wert. Sie haben keine Geräte.`,
    reach: (deviceCount, groupCount) => `${devices(deviceCount)} in ${groupsOf(groupCount)}`,
    before: 'Jetzt',
    after: 'Danach',
    from: (name) => `festgelegt in ${name}`,
    fromNobody: 'nirgends festgelegt',
    affected: (count) => (count === 1 ? 'Die Gruppe anzeigen' : `Die ${groupsOf(count)} anzeigen`),
    furtherGroups: (count) => `und ${groupsOf(count)} mehr`,
    furtherConflicts: (count) => `und ${quantity(count, 'Konflikt', 'Konflikte')} mehr`,
    refused: 'Diese Änderung ist nicht möglich',
    warned: 'Bitte vor dem Anwenden beachten',
  },
  changes: {
    addTitle: (name, parent) => `„${name}“ unter „${parent}“ anlegen`,
    addIntro: 'Die neue Gruppe übernimmt jede Einstellung, bis sie eine überschreibt.',
    addConfirm: 'Anlegen',
    addDone: (name) => `„${name}“ wurde angelegt.`,
    renameTitle: (name, next) => `„${name}“ in „${next}“ umbenennen`,
    renameIntro:
      'Die Pfade der Gruppe und aller Gruppen darunter ändern sich mit. Geräte und Einstellungen bleiben, wie sie sind.',
    renameConfirm: 'Umbenennen',
    renameDone: (next) => `Die Gruppe heißt jetzt „${next}“.`,
    editTitle: (name) => `„${name}“ ändern`,
    editType: (type) => `Der Typ wird ${type}.`,
    editId: (id) => `Die Gruppen-ID wird ${id}.`,
    editNoId: 'Die Gruppen-ID wird entfernt. Dann kann sich hier kein Gerät über eine Gruppen-ID registrieren.',
    editConfirm: 'Ändern',
    editDone: (name) => `„${name}“ wurde geändert.`,
    moveTitle: (name, to) => `„${name}“ unter „${to}“ verschieben`,
    moveIntro: (below) =>
      below === 0
        ? 'Die Gruppe behält, was sie überschreibt, und übernimmt das Übrige von ihrem neuen Platz.'
        : `${groupsOf(below)} darunter ${below === 1 ? 'wird' : 'werden'} mit verschoben. Überschriebenes bleibt; das Übrige wird vom neuen Platz übernommen.`,
    moveConfirm: 'Verschieben',
    moveDone: (name, to) => `„${name}“ liegt jetzt unter „${to}“.`,
    removeTitle: (name) => `„${name}“ entfernen`,
    removeIntro: (below, deviceCount, parent) =>
      `${below === 0 ? 'Die Gruppe wird entfernt.' : `Die Gruppe und ${groupsOf(below)} darunter werden entfernt.`} ${
        deviceCount === 0
          ? 'Sie hat keine Geräte.'
          : deviceCount === 1
            ? `Ihr Gerät kommt zu „${parent}“.`
            : `Ihre ${devices(deviceCount)} kommen zu „${parent}“.`
      }`,
    removeConfirm: 'Entfernen',
    removeDone: (name) => `„${name}“ wurde entfernt.`,
    setTitle: (page, name) => `${page} in „${name}“`,
    setInherit:
      'Die Gruppe übernimmt wieder von oben. Ihr eigener Wert bleibt unbenutzt erhalten, falls Sie später wieder überschreiben.',
    setOverride: (value) => `Die Gruppe legt ihren eigenen Wert fest: ${value}.`,
    setChild: (permission) => `Gruppen darunter: ${permission}.`,
    setConfirm: 'Anwenden',
    setDone: (page, name) => `${page} in „${name}“ wurde geändert.`,
    importTitle: (count) => `${rows(count)} importieren`,
    importIntro:
      'Fehlende Gruppen werden angelegt; Typ und Gruppen-ID vorhandener werden geändert. Entfernt wird nichts.',
    importConfirm: 'Importieren',
    importDone: (count) => (count === 1 ? '1 Zeile wurde importiert.' : `${rows(count)} wurden importiert.`),
  },
  undo: {
    button: 'Rückgängig',
    what: {
      add: 'Anlegen rückgängig machen',
      rename: 'Umbenennen rückgängig machen',
      edit: 'Änderung rückgängig machen',
      move: 'Verschieben rückgängig machen',
      remove: 'Entfernen rückgängig machen',
      'set-page': 'Einstellung rückgängig machen',
      import: 'Import rückgängig machen',
    },
    done: {
      add: (name) => `Das Anlegen von „${name}“ wurde rückgängig gemacht.`,
      rename: (name) => `Das Umbenennen von „${name}“ wurde rückgängig gemacht.`,
      edit: (name) => `Die Änderung an „${name}“ wurde rückgängig gemacht.`,
      move: (name) => `Das Verschieben von „${name}“ wurde rückgängig gemacht.`,
      remove: (name) => `„${name}“ ist wieder da.`,
      'set-page': (name) => `Die Einstellung in „${name}“ wurde rückgängig gemacht.`,
      import: () => 'Der Import wurde rückgängig gemacht.',
    },
  },
  tree: {
    label: 'Organisationsgruppen',
    search: 'Gruppen suchen',
    searchHint: 'Name oder Gruppen-ID',
    hits: (count) =>
      count === 0 ? 'Keine Gruppe passt.' : count === 1 ? '1 Gruppe passt.' : `${groupsOf(count)} passen.`,
    noHits: 'Keine Gruppe hat dies in Namen oder Gruppen-ID.',
    expandAll: 'Alle öffnen',
    collapseAll: 'Alle schließen',
    drag: (name) => `${name} verschieben`,
    open: (name) => `${name} öffnen oder schließen`,
    row: ({ name, type, deviceCount }) => `${name}, ${type}, ${devices(deviceCount)}`,
    sets: (pages) => `legt fest: ${pages}`,
    conflicts: (count) => quantity(count, 'Konflikt', 'Konflikte'),
    conflictsBelow: (count) => `${quantity(count, 'Konflikt', 'Konflikte')} darunter`,
    loading: 'Die Gruppen werden gelesen …',
  },
  panel: {
    type: 'Typ',
    groupId: 'Gruppen-ID',
    noGroupId: 'Keine: Geräte können sich hier nicht über eine Gruppen-ID registrieren',
    path: 'Pfad',
    groupIdName: 'Gruppen-ID',
    pathName: 'Pfad',
    deviceCount: 'Geräte',
    here: (count) => `${devices(count)} in dieser Gruppe`,
    branch: (count) => `${devices(count)} mit allen Gruppen darunter`,
    showDevices: (name, count) => `${devices(count)} mit allen Gruppen darunter anzeigen: ${name}`,
  },
  pages: { token: 'Token', 'default-profile': 'Standardprofil', schedule: 'Zeitplan' },
  pagesInText: { token: 'das Token', 'default-profile': 'das Standardprofil', schedule: 'den Zeitplan' },
  noValue: { token: 'Kein Token', 'default-profile': 'Kein Standardprofil', schedule: 'Kein eigener Zeitplan' },
  setting: {
    current: (page) => `Aktuelle Einstellung: ${page}`,
    currentLabel: 'Aktuelle Einstellung',
    inherit: 'Übernehmen',
    override: 'Überschreiben',
    childLabel: 'Gruppen darunter dürfen',
    child: {
      'inherit-only': 'Nur übernehmen',
      'override-only': 'Nur überschreiben',
      any: 'Übernehmen oder überschreiben',
    },
    childHint: {
      'inherit-only': 'Sie können nicht überschreiben: Der Wert von hier wird ihnen vorgegeben.',
      'override-only': 'Sie erhalten den Wert nicht: Jede muss ihren eigenen festlegen.',
      any: 'Sie entscheiden selbst.',
    },
    counts: 'Hier gilt',
    setHere: 'hier festgelegt',
    goTo: (name) => `${name} anzeigen`,
    setAt: (name) => `von ${name}`,
    forbidden: 'Überschreiben ist hier nicht möglich:',
    forbiddenBy: (name) =>
      `„${name}“ lässt Gruppen darunter nur übernehmen. Ändern Sie zuerst dort die Berechtigung, oder legen Sie den Wert dort fest.`,
    masked: (value, name) =>
      `Diese Gruppe hat einen eigenen Wert, ${value}. Er bleibt erhalten, wird aber nicht benutzt, weil „${name}“ Gruppen darunter nur übernehmen lässt.`,
    kept: (value) => `Von früher erhalten, nicht benutzt: ${value}.`,
    token: 'Token',
    tokenHint:
      'Ein Token ist mit einer Gruppe verbunden. Wenn Sie es hier wählen, kommt es hierher, mit den Geräten, die ihm folgen.',
    tokenStays:
      'Hier ist ein Token verbunden, daher kann die Gruppe nicht übernehmen. Verbinden Sie das Token zuerst mit einer anderen Gruppe, oder entfernen Sie es unter Token.',
    noTokens: 'Es ist noch kein Token verbunden. Verbinden Sie zuerst eines unter Token.',
    interval: 'Synchronisieren',
    profile: 'Name des Profils',
    profileHint: 'Der Name eines Profils. Geräte, die zu einem Token ohne eigenes Standardprofil kommen, erhalten es.',
    chooseToken: 'Wählen Sie das Token, das gelten soll.',
    chooseInterval: 'Wählen Sie, wie oft synchronisiert wird.',
    chooseProfile: 'Geben Sie den Namen eines Profils ein.',
    preview: 'Vorschau der Änderung …',
    discard: 'Verwerfen',
  },
  rule: {
    title: 'Registrierungstoken',
    usual: 'wie üblich, nirgends gesetzt',
    hint: 'Wie neue Registrierungstoken aussehen. Ausgestellte bleiben, wie sie sind; Gruppen darunter dürfen immer eigene Vorgaben setzen.',
    apply: 'Anwenden',
    saved: (name) => `Für die Registrierungstoken von „${name}“ gilt jetzt eine andere Vorgabe.`,
  },
  trace: {
    label: 'Warum',
    override: 'legt es fest',
    inherit: 'übernimmt',
    'not-passed-down': 'gibt es nicht weiter',
    'forced-from-above': 'hat einen eigenen Wert, den die Gruppe darüber aufhebt',
    'nothing-above': 'hat nichts über sich, wovon zu übernehmen wäre',
  },
  conflicts: {
    'override-forbidden': (group, other, page) =>
      `„${group}“ überschreibt ${page}, aber „${other}“ lässt Gruppen darunter nur übernehmen.`,
    'token-twice': (group, other) =>
      `„${group}“ und „${other}“ haben Token desselben Portal-Servers. Er würde zweimal abgefragt und hätte zwei Besitzer.`,
    'token-masked': (group, other) =>
      `„${group}“ hat ein eigenes Token, das nicht benutzt wird, weil „${other}“ sein Token allen Gruppen darunter vorgibt.`,
    'token-missing': (group, other) =>
      other === ''
        ? `„${group}“ hat kein eigenes Token zum Überschreiben.`
        : `In „${group}“ gilt kein Token: „${other}“ gibt sein Token nicht weiter.`,
    'second-token-in-branch': (group, other) =>
      `„${group}“ hat ein eigenes Token unter „${other}“, das auch eines hat. Der Zweig benutzt sein eigenes Token; die Geräte der beiden Server bleiben getrennt.`,
    severalTokens: (group, other) => `„${group}“ hat mehrere Token. Es gilt das älteste; „${other}“ ist ein weiteres.`,
    'customer-in-customer': (group, other) =>
      other === ''
        ? `„${group}“ ist eine Customer-Gruppe über oder unter einer anderen Customer-Gruppe.`
        : `„${group}“ und „${other}“ sind beide Customer-Gruppen, und eine liegt unter der anderen.`,
    'type-not-allowed': (group, other) =>
      other === ''
        ? `Der Typ von „${group}“ ist an dieser Stelle nicht erlaubt.`
        : `Der Typ von „${group}“ ist unter „${other}“ nicht erlaubt.`,
    'group-id-missing': (group) =>
      `„${group}“ hat keine Gruppen-ID. Geräte können sich hier nicht über eine Gruppen-ID registrieren, und Profile, die die Gruppe nennen, werden ungültig.`,
    'group-id-taken': (group, other) =>
      other === ''
        ? `Die Gruppen-ID von „${group}“ wird von einer anderen Gruppe benutzt.`
        : `Die Gruppen-ID von „${group}“ wird auch von „${other}“ benutzt.`,
  },
  remedies: {
    'override-forbidden': 'Lassen Sie die Gruppe übernehmen, oder ändern Sie, was die andere Gruppe erlaubt.',
    'token-twice':
      'Entfernen Sie eines der beiden Token, oder verbinden Sie stattdessen eines von einem anderen Server.',
    'token-masked':
      'Verbinden Sie das Token außerhalb dieses Zweigs, oder erlauben Sie darüber „Übernehmen oder überschreiben“.',
    'token-missing': 'Legen Sie hier ein Token fest, oder lassen Sie die Gruppe darüber ihr Token weitergeben.',
    'second-token-in-branch':
      'Behalten Sie es, wenn das Portal wirklich zwei Server hat; sonst genügt ein Token, das die Gruppen darunter übernehmen.',
    severalTokens:
      'Verbinden Sie das weitere Token mit einer eigenen Gruppe in einem Zweig neben diesem, oder entfernen Sie es, wenn es niemand braucht.',
    'customer-in-customer': 'Machen Sie eine davon zum Container, oder verschieben Sie sie in einen anderen Zweig.',
    'type-not-allowed':
      'Verwenden Sie unter einer Customer-Gruppe Container oder eine seiner Arten (Division, Region).',
    'group-id-missing': 'Geben Sie der Gruppe eine Gruppen-ID, wenn sich dort Geräte registrieren sollen.',
    'group-id-taken': 'Wählen Sie eine andere Gruppen-ID; sie muss in der ganzen Umgebung eindeutig sein.',
  },
  ask: {
    name: 'Name',
    nameSlash: 'Ein Name enthält keinen Schrägstrich.',
    nameTaken: 'Dort gibt es schon eine Gruppe dieses Namens.',
    type: 'Typ',
    typeHint: 'Üblich ist Container. Ein eigener Typ verhält sich wie ein Container.',
    groupId: 'Gruppen-ID',
    groupIdHint: 'Nötig, wo sich Geräte registrieren; in der ganzen Umgebung eindeutig. Darf leer bleiben.',
    next: 'Vorschau …',
    renameTitle: (name) => `„${name}“ umbenennen`,
    editTitle: (name) => `Typ und Gruppen-ID von „${name}“`,
    addTitle: (name) => `Gruppe unter „${name}“ anlegen`,
    moveTitle: (name) => `„${name}“ verschieben`,
    moveTo: 'Neuer Platz: die Gruppe darüber',
    moveSearch: 'Neue übergeordnete Gruppe suchen',
    moveNone: 'Keine Gruppe passt, oder sie kann nicht dorthin verschoben werden.',
    moveMore: (count) => `${groupsOf(count)} mehr; tippen Sie, um die Liste einzugrenzen`,
  },
  imports: {
    title: 'Einen Baum aus CSV importieren',
    drop: 'CSV-Datei hier ablegen',
    dropHint: 'Drei Spalten mit Kopfzeile: path, type, group id. Nur der Pfad ist nötig.',
    example: 'path,type,group id\n/Global/EMEA,Region,emea\n/Global/EMEA/Berlin,Container,berlin',
    choose: 'Datei wählen …',
    reading: 'Die Datei wird gelesen …',
    read: (accepted, rejected) =>
      rejected === 0 ? `${rows(accepted)} angenommen.` : `${rows(accepted)} angenommen, ${rows(rejected)} abgelehnt.`,
    accepted: (count) => `Angenommen (${count})`,
    rejected: (count) => `Abgelehnt (${count})`,
    nothing: 'Keine Zeile dieser Datei ist brauchbar.',
    line: 'Zeile',
    reason: 'Grund',
    faults: {
      'path-missing': () => 'der Pfad fehlt',
      'path-empty': (path) => `„${path}“ nennt keine Gruppe`,
      'path-too-long': () => 'der Pfad ist zu lang',
      'other-root': (root) => `der Pfad beginnt nicht mit ${root}`,
      'name-unusable': (name) => `„${name}“ kann nicht der Name einer Gruppe sein`,
      'values-unusable': () => 'Typ oder Gruppen-ID sind nicht verwendbar',
      'same-path': (line) => `Zeile ${line} hat denselben Pfad`,
      'same-group-id': (line) => `Zeile ${line} hat dieselbe Gruppen-ID`,
      'too-many': (most) => `eine Datei darf ${most} Gruppen haben`,
    },
    path: 'Pfad',
    type: 'Typ',
    groupId: 'Gruppen-ID',
    further: (count) => `und ${rows(count)} mehr`,
    preview: 'Vorschau des Imports …',
    other: 'Andere Datei wählen',
    close: 'Import schließen',
  },
  layout: {
    title: 'Wie Gruppen und Token angeordnet werden',
    first: 'Meist genügt ein Token: Legen Sie es in der obersten Gruppe fest und lassen Sie alle Gruppen übernehmen.',
    second:
      'Mehrere Token brauchen Sie nur für mehrere Server oder Portal-Konten. Legen Sie sie in getrennten Zweigen fest, die nebeneinander liegen, nie eines unter dem anderen.',
    third:
      'Geben Sie jeder Gruppe, in der sich Geräte registrieren, eine Gruppen-ID. In der obersten Gruppe sollten sich keine Geräte registrieren.',
    fourth:
      'Überschreiben Sie so weit oben wie möglich: Eine Einstellung gilt für die Gruppe und alle Gruppen darunter, bis zur nächsten, die überschreibt.',
  },
  empty: {
    title: 'Bisher gibt es nur die oberste Gruppe',
    text: 'Gruppen bilden einen Baum. Was in einer Gruppe festgelegt ist, gilt für alle Gruppen darunter, bis eine überschreibt. Beginnen Sie mit den Regionen oder Abteilungen, die Ihre Konsole hat.',
  },
}
