import type { errors as en } from '../en/errors.ts'
import type { Translated } from '../index.ts'

const YOU = 'Das können Sie hier selbst beheben.'
const PORTAL = 'Das kann ein Administrator von Apple Business Manager beheben.'
const NETWORK = 'Das kann die Person beheben, die Ihr Netzwerk betreut.'
const US = 'Das können nur die Entwickler von ADE Desk beheben.'
const APPLE = 'Das kann nur Apple beheben; meist vergeht es von selbst.'
const RENEW =
  'Laden Sie in Apple Business Manager ein neues Server-Token für diesen Server und importieren Sie es unter Token › Erneuern.'

const byCode: Translated<typeof en.byCode> = {
  'bad-input': ['Diese Eingabe wurde nicht angenommen', 'Ein Wert fehlt oder hat nicht die erwartete Form.', YOU, 'Korrigieren Sie den Wert und versuchen Sie es erneut.'],
  cancelled: ['Abgebrochen', 'Die Arbeit wurde auf Wunsch beendet. Was gespeichert war, bleibt gespeichert.', YOU, 'Starten Sie sie erneut, wann immer Sie möchten.'],
  internal: ['In ADE Desk ist etwas schiefgegangen', 'Das ist ein Fehler des Programms, nicht Ihrer Daten.', US, 'Nennen Sie die Referenz, wenn Sie es melden; Einzelheiten stehen im Protokoll.'],
  'vault.locked': ['Der Tresor ist gesperrt', 'Schlüssel und Token sind versiegelt, bis Sie den Tresor entsperren.', YOU, 'Entsperren Sie ihn mit der Passphrase oder dem Wiederherstellungscode.'],
  'vault.missing': ['Es gibt noch keinen Tresor', 'Schlüssel und Token brauchen einen Tresor, in dem sie liegen.', YOU, 'Wählen Sie eine Passphrase mit mindestens 8 Zeichen; damit wird der Tresor angelegt.'],
  'vault.wrong-passphrase': ['Die Passphrase stimmt nicht', 'Sie öffnet den Tresor nicht. Es wurde nichts geändert.', YOU, 'Versuchen Sie es erneut, achten Sie auf Groß- und Kleinschreibung, oder nehmen Sie den Wiederherstellungscode.'],
  'vault.weak-passphrase': ['Die Passphrase ist zu kurz', 'Sie braucht mindestens 8 Zeichen.', YOU, 'Wählen Sie eine längere; mehrere Wörter lassen sich gut merken.'],
  'vault.damaged': ['Ein versiegelter Wert lässt sich nicht öffnen', 'Die gespeicherten Daten wurden verändert oder abgeschnitten und daher abgelehnt.', YOU, 'Stellen Sie den Tresor aus Ihrer letzten Sicherung wieder her.'],
  'vault.sealing-unavailable': ['Das Betriebssystem bietet hier keinen sicheren Speicher', 'Ohne ihn kann sich der Tresor nicht von selbst öffnen.', YOU, 'Verwenden Sie eine Passphrase, oder starten Sie den Schlüsselbunddienst dieses Rechners.'],
  'vault.backend-changed': ['Das Betriebssystem verwahrt Geheimnisse an einem anderen Ort als bisher', 'Der Tresor wurde von einem anderen Schlüsselbund versiegelt, der jetzt nicht in Gebrauch ist.', YOU, 'Entsperren Sie ihn mit der Passphrase oder dem Wiederherstellungscode; danach wird er neu versiegelt.'],
  'vault.exists': ['Es gibt bereits einen Tresor', 'Ein zweiter würde den ersten unlesbar machen.', YOU, 'Entsperren Sie den vorhandenen Tresor.'],
  'file.unreadable': ['Die Datei kann nicht gelesen werden', 'Sie fehlt, oder dieses Benutzerkonto darf sie nicht lesen.', YOU, 'Prüfen Sie den Pfad und seine Berechtigungen.'],
  'file.unwritable': ['Die Datei kann nicht geschrieben werden', 'Der Ordner fehlt, ist voll, oder dieses Benutzerkonto darf dort nicht schreiben.', YOU, 'Wählen Sie einen anderen Ort.'],
  'file.exists': ['Eine Datei mit diesem Namen gibt es bereits', 'Sie wurde nicht überschrieben.', YOU, 'Wählen Sie einen anderen Namen.'],
  'db.from-future': ['Die Daten gehören zu einem neueren ADE Desk', 'Eine neuere Version hat sie geschrieben; diese Version rührt sie nicht an.', YOU, 'Installieren Sie wieder die neuere Version. Ihre Daten sind unversehrt.'],
  'db.damaged': ['Die Datendatei ist beschädigt', 'SQLite hat Seiten gefunden, die nicht zusammenpassen.', YOU, 'Reparieren Sie sie mit dem Befehl „doctor“; die beschädigte Datei bleibt neben der reparierten liegen.'],
  'db.busy': ['Die Daten sind in Gebrauch', 'Ein anderer Prozess arbeitet gerade damit.', YOU, 'Warten Sie, bis der laufende Abgleich beendet ist, und versuchen Sie es erneut.'],
  'backup.damaged': ['Die Sicherung ist nicht verwendbar', 'Sie ist keine Sicherung von ADE Desk, oder sie wurde verändert oder abgeschnitten. Hier wurde nichts geändert.', YOU, 'Verwenden Sie eine andere Kopie der Sicherung.'],
  'backup.from-future': ['Die Sicherung stammt von einem neueren ADE Desk', 'Diese Version kennt ihr Format nicht. Hier wurde nichts geändert.', YOU, 'Installieren Sie hier die neuere Version und stellen Sie dann erneut wieder her.'],
  'token-file.too-large': ['Die Datei ist zu groß für ein Server-Token', 'Ein Server-Token hat wenige Kilobyte.', YOU, 'Wählen Sie die .p7m-Datei, die Sie aus dem Portal geladen haben.'],
  'token-file.not-a-token': ['Diese Datei ist kein Server-Token', 'Ihr Inhalt ist von anderer Art.', YOU, 'Wählen Sie die .p7m-Datei, die Sie im Portal unter „Token laden“ erhalten haben.'],
  'token-file.damaged': ['Die Tokendatei ist beschädigt', 'Sie ist abgeschnitten oder wurde unterwegs verändert.', YOU, 'Laden Sie das Token erneut und importieren Sie diese Datei.'],
  'token-file.other-key': ['Die Tokendatei wurde für einen anderen Schlüssel erstellt', 'Sie ist für ein Zertifikat verschlüsselt, dessen privater Schlüssel hier nicht liegt.', PORTAL, 'Laden Sie das hier gesicherte Zertifikat beim Server im Portal hoch, und laden Sie das Token dann erneut.'],
  'token-file.unsupported-cipher': ['Die Tokendatei ist auf eine Weise verschlüsselt, die ADE Desk nicht liest', 'Apple verwendet AES im CBC-Modus mit RSA.', PORTAL, 'Laden Sie das Token erneut aus dem Portal; verschlüsseln Sie es nicht um.'],
  'token-file.incomplete': ['In der Tokendatei fehlen Werte', 'Sie ließ sich öffnen, aber nicht alle fünf Werte sind darin.', PORTAL, 'Laden Sie das Token erneut aus dem Portal.'],
  'token.other-server': ['Das Token gehört zu einem anderen Server', 'Sein Server im Portal ist nicht der, mit dem dieses Token verbunden wurde. Es wurde nichts geändert.', YOU, 'Verbinden Sie es als neues Token, oder erzwingen Sie es, wenn Sie den Server absichtlich ersetzt haben.'],
  'token.not-found': ['Dieses Token gibt es nicht', 'Kein Token hat diese Kennung oder diesen Namen.', YOU, 'Sehen Sie in der Liste der Token nach.'],
  'token.name-taken': ['Ein Token mit diesem Namen gibt es bereits', 'Namen sind eindeutig, unabhängig von Groß- und Kleinschreibung.', YOU, 'Wählen Sie einen anderen Namen.'],
  'token.already-connected': ['Dieser Server ist bereits verbunden', 'Ein anderes Ihrer Token gehört zum selben Server.', YOU, 'Erneuern Sie jenes Token, statt den Server zweimal zu verbinden.'],
  'token.changed-meanwhile': ['Das Token wurde inzwischen von jemand anderem geändert', 'Ihr Import wurde abgelehnt, damit die andere Änderung nicht verloren geht.', YOU, 'Sehen Sie sich das Token in seinem jetzigen Stand an, und entscheiden Sie dann.'],
  'key.unusable': ['Der private Schlüssel ist nicht verwendbar', 'Er ist kein privater RSA-Schlüssel im PEM-Format, oder er ist mit einer Passphrase geschützt.', YOU, 'Exportieren Sie ihn unverschlüsselt als PEM im Format PKCS #8 oder PKCS #1.'],
  'auth.expired': ['Das Server-Token ist abgelaufen', 'Apple nimmt es nicht mehr an. Registrierte Geräte bleiben registriert; nur der Abgleich ruht.', PORTAL, RENEW],
  'auth.rejected': ['Apple hat das Server-Token abgelehnt', 'Es wurde durch ein neueres ersetzt oder widerrufen, oder sein Konto hat das Passwort geändert oder die Organisation verlassen.', PORTAL, RENEW],
  'auth.clock': ['Die Uhr dieses Rechners geht falsch', 'Apple lehnt Anfragen ab, deren Uhrzeit um mehr als ein paar Minuten abweicht.', YOU, 'Stellen Sie die Uhr (Zeitserver, Zeitzone), und versuchen Sie es erneut.'],
  'auth.session': ['Apple hat die Sitzung zweimal hintereinander beendet', 'Wie vorgesehen wurde einmal eine neue Sitzung geöffnet; auch sie wurde abgelehnt.', PORTAL, 'Prüfen Sie das Token; bleibt es dabei, laden Sie ein neues.'],
  'terms.not-accepted': ['Apples neue Nutzungsbedingungen sind nicht akzeptiert', 'Bis dahin beantwortet Apple nichts für diese Organisation.', 'Ein Administrator von Apple Business Manager muss sie akzeptieren; andere Rollen sehen sie nicht.', 'Melden Sie sich als Administrator bei business.apple.com an, akzeptieren Sie die Bedingungen, und prüfen Sie dann das Token.'],
  'access.denied': ['Apple verweigert diesem Token das Recht', 'Dem Server oder dem Konto dahinter fehlt die Berechtigung.', PORTAL, 'Prüfen Sie die Berechtigungen des Servers im Portal.'],
  'ade.cursor': ['Apple hat die Stelle abgelehnt, an der weitergelesen werden sollte', 'Sie wurde in einem Lauf zweimal abgelehnt, daher wurde der Lauf beendet.', APPLE, 'Starten Sie einen vollständigen Abruf.'],
  'ade.refused': ['Apple hat die Anfrage abgelehnt', 'Apples eigenes Wort steht bei dieser Meldung.', US, 'Nennen Sie den Code und die Referenz, wenn Sie es melden.'],
  'ade.not-apple': ['Die Antwort kam nicht von Apple', 'Ein Proxy, eine Anmeldeseite oder ein Filter hat an Apples Stelle geantwortet.', NETWORK, 'Nehmen Sie die Apple-Hosts vom Proxy und von der TLS-Inspektion aus.'],
  'ade.busy': ['Apple bittet um eine Pause', 'Es waren zu viele Anfragen, oder der Dienst ist gestört. Es wurde mehrfach versucht.', APPLE, 'Versuchen Sie es später erneut; geplante Läufe tun das von selbst.'],
  'ade.outcome-unknown': [
    'Es ist nicht bekannt, ob Apple dies ausgeführt hat',
    'Die Antwort kam nicht an. Es wird nicht von selbst wiederholt, weil es dann zweimal geschehen könnte.',
    YOU,
    'Sehen Sie nach, was Apple jetzt meldet, und entscheiden Sie dann, ob Sie es wiederholen.',
  ],
  'ade.protocol': ['Apples Antwort wurde nicht verstanden', 'Etwas Wesentliches fehlt darin, daher wurde nichts daraus gespeichert.', APPLE, 'Versuchen Sie es erneut; bleibt es dabei, melden Sie es mit der Referenz.'],
  'net.unreachable': ['Apple ist nicht erreichbar', 'Der Name wurde nicht gefunden, oder die Verbindung wurde abgelehnt oder getrennt.', NETWORK, 'Prüfen Sie Netzwerk, DNS und Proxy dieses Rechners für mdmenrollment.apple.com, Port 443.'],
  'net.timeout': ['Apple hat nicht rechtzeitig geantwortet', 'Die Verbindung stand, aber es kam keine vollständige Antwort.', NETWORK, 'Versuchen Sie es erneut; prüfen Sie Proxys und Filter auf dem Weg.'],
  'net.tls': ['Der Verbindung wird nicht vertraut', 'Das gezeigte Zertifikat stammt von keiner Stelle, der dieser Rechner vertraut; das geschieht bei TLS-Inspektion.', NETWORK, 'Nehmen Sie Apples Hosts von der Inspektion aus, oder lassen Sie ADE Desk der inspizierenden Stelle vertrauen.'],
  'net.proxy': ['Der Proxy hat die Verbindung abgelehnt', 'Er verlangt andere Anmeldedaten oder lässt diesen Host nicht durch.', NETWORK, 'Prüfen Sie Adresse, Benutzer und Regeln des Proxys.'],
  'net.redirected': ['Die Anfrage wurde umgeleitet', 'Apple leitet hier nicht um; eine Anmeldeseite oder ein Proxy tut das. An jenen Host wurde nichts gesendet.', NETWORK, 'Nehmen Sie Apples Hosts vom Proxy aus, oder melden Sie sich am Netzwerk an.'],
  'net.too-large': ['Die Antwort war zu groß', 'Sie überschreitet jede sinnvolle Größe und wurde nicht gelesen.', NETWORK, 'Prüfen Sie, was an Apples Stelle antwortet.'],
  'group.not-found': ['Diese Organisationsgruppe gibt es nicht', 'Gruppen werden mit ihrem Pfad benannt, etwa /Global/EMEA.', YOU, 'Sehen Sie in der Liste der Gruppen nach.'],
  'group.refused': ['Die Gruppen lassen sich so nicht ändern', 'Das würde eine Regel des Baums verletzen.', YOU, 'Sehen Sie sich den genannten Konflikt an, ändern Sie zuerst diesen, oder wählen Sie eine andere Gruppe.'],
  'group.name-taken': ['Eine Gruppe mit diesem Namen gibt es dort bereits', 'Namen sind unterhalb einer Gruppe eindeutig, Gruppen-IDs überall.', YOU, 'Wählen Sie einen anderen Namen oder eine andere Gruppen-ID.'],
  'group.nothing-to-undo': ['Es gibt nichts zu widerrufen', 'Nur die letzte Änderung lässt sich widerrufen, solange nichts anderes den Baum geändert hat.', YOU, 'Nehmen Sie die Änderung in umgekehrter Richtung vor.'],
  'device.release-unconfirmed': [
    'Die Freigabe wurde nicht bestätigt',
    'Eine Freigabe lässt sich hier nicht rückgängig machen, darum braucht es den genauen Satz. Es wurde nichts gesendet.',
    YOU,
    'Geben Sie den genannten Satz mit der Anzahl der Geräte ein.',
  ],
  'device.no-bypass-code': [
    'Es gibt keinen Umgehungscode',
    'Dieses Gerät wurde nicht von hier gesperrt, oder Apple hat die Sperre abgelehnt.',
    PORTAL,
    'Sehen Sie im Portal nach dem Gerät: dort lässt sich die Aktivierungssperre ausschalten.',
  ],
  'profile.not-found': [
    'Es gibt kein solches Profil',
    'Kein Profil hat diese Kennung oder diesen Namen.',
    YOU,
    'Sehen Sie in der Liste der Profile nach.',
  ],
  'profile.version-not-found': [
    'Das Profil hat keine solche Version',
    'Versionen zählen ab 1; 0 ist der Entwurf.',
    YOU,
    'Sehen Sie in der Liste seiner Versionen nach.',
  ],
  'profile.name-taken': [
    'Ein Profil dieses Namens besteht bereits',
    'Namen sind eindeutig, ohne Rücksicht auf Großbuchstaben.',
    YOU,
    'Wählen Sie einen anderen Namen.',
  ],
  'profile.changed-meanwhile': [
    'Das Profil wurde inzwischen geändert',
    'Jemand hat es gespeichert, nachdem Sie es geöffnet hatten. Nichts wurde überschrieben.',
    YOU,
    'Öffnen Sie es erneut und nehmen Sie Ihre Änderung dort vor.',
  ],
  'profile.not-json': [
    'Dies ist kein Profil',
    'Ein Profil ist ein einzelnes JSON-Objekt in geschweiften Klammern.',
    YOU,
    'Wählen Sie eine Datei mit reinem ADE-JSON, oder korrigieren Sie den Text.',
  ],
  'profile.invalid': [
    'Apple würde dieses Profil ablehnen',
    'Es wurde nichts gesendet.',
    YOU,
    'Korrigieren Sie, was genannt ist, und veröffentlichen Sie dann erneut.',
  ],
  'profile.unsure': [
    'Bei Apple besteht vielleicht schon eine frühere Definition',
    'Die Antwort darauf kam nie an. Erneutes Definieren legt dort ein weiteres Profil an; das schadet nicht, lässt sich aber nicht rückgängig machen.',
    YOU,
    'Veröffentlichen Sie ausdrücklich noch einmal.',
  ],
  'profile.in-use': [
    'Das Profil wird noch verwendet',
    'Neue Geräte eines Tokens erhalten es von selbst.',
    YOU,
    'Wählen Sie für dieses Token zuerst einen anderen Standard.',
  ],
  'device.not-found': ['Diese Seriennummer ist hier nicht bekannt', 'Kein Abgleich hat sie je gemeldet.', YOU, 'Prüfen Sie die Schreibweise; prüfen Sie im Portal, ob das Gerät einem Ihrer Server zugewiesen ist, und gleichen Sie dann ab.'],
  'view.gone': ['Die Liste muss neu geöffnet werden', 'Sie wurde geschlossen, um Platz für neuere zu machen.', YOU, 'Öffnen Sie die Liste erneut.'],
  'view.name-taken': ['Eine Ansicht dieses Namens gibt es schon', 'Namen sind eindeutig, auch ohne Rücksicht auf Groß- und Kleinschreibung.', YOU, 'Wählen Sie einen anderen Namen.'],
  'view.too-many': ['Mehr gespeicherte Ansichten sind nicht möglich', 'Höchstens 100 werden aufbewahrt.', YOU, 'Löschen Sie eine, die Sie nicht mehr brauchen.'],
  'sync.empty-list': ['Apple hat kein einziges Gerät aufgeführt', 'Eine vollständige Liste kam leer zurück, obwohl für dieses Token Geräte bekannt sind. Kein Gerät wurde als entfernt markiert.', YOU, 'Prüfen Sie im Portal, ob der Server noch Geräte hat. Ist er wirklich leer, rufen Sie die Liste erneut ab und bestätigen Sie, dass sie leer ist.'],
  'sync.already-running': ['Dieses Token wird gerade abgeglichen', 'Je Token läuft nur ein Lauf zur gleichen Zeit.', YOU, 'Warten Sie, bis er beendet ist.'],
}

export const errors: Translated<typeof en> = {
  byCode,
  /** The core speaks English; its word is set apart as what it is. */
  detail: (why, specific) => `${why} (Technische Angabe: ${specific}.)`,
  reference: (ref) => `Referenz ${ref}.`,
}
