import type { RehearsalFinding } from '../../model/rehearsal.ts'
import type { Messages } from '../index.ts'

type Facts = RehearsalFinding['facts']

const CAUSES: Readonly<Record<string, string>> = {
  'host-not-found': 'sein Name wurde nicht gefunden',
  'host-unreachable': 'es kam keine Verbindung zustande',
  'connect-timed-out': 'er hat nicht rechtzeitig geantwortet',
  'connection-lost': 'die Verbindung ist abgebrochen',
  'proxy-refused': 'der Proxy hat die Verbindung abgelehnt',
  'certificate-expired': 'sein Zertifikat ist abgelaufen',
  'certificate-other-name': 'sein Zertifikat gilt für einen anderen Namen',
  'answer-timed-out': 'er hat nicht rechtzeitig geantwortet',
  'authority-unknown': 'für sein Zertifikat bürgt niemand, dem vertraut wird',
  'chain-incomplete': 'er sendet sein Zertifikat ohne das Zwischenzertifikat',
}

const cause = (facts: Facts) => CAUSES[String(facts['cause'])] ?? 'er war nicht zu benutzen'

const SERVER_TEAM = 'Die Administratoren des Verwaltungsservers'
const NETWORK_TEAM = 'Das Netzwerkteam'

export const rehearsal: Messages['rehearsal'] = {
  announcement: (host, serial, product, osVersion) =>
    `${host} wird gefragt, wie ein ${product} mit ${osVersion} und der Seriennummer ${serial} fragen würde. Der Server kann einen Registrierungsversuch dieses Geräts vermerken. Das Zertifikat des Geräts ist erfunden. An Hosts, die das Profil nicht nennt, wird nichts gesendet.`,
  madeUpSerial: 'Die Seriennummer ist erfunden; ein Server, der nur bekannte Geräte annimmt, wird sie ablehnen.',

  verdicts: {
    ok: 'Ein Gerät würde sich registrieren.',
    warnings: 'Ein Gerät würde sich registrieren; es gibt Anmerkungen.',
    incomplete: 'Soweit ein Programm kommt, ist alles in Ordnung. Für den Rest braucht es ein Gerät oder eine Person.',
    faults: 'Der Server antwortet, und ein Gerät würde an der Antwort scheitern.',
    refused: 'Der Server lehnt dieses Gerät ab.',
    unreachable: 'Ein Gerät bekäme keine brauchbare Antwort.',
  },

  steps: {
    target: 'Was das Profil sagt',
    resolve: 'Adresse finden',
    connect: 'Verbinden',
    tls: 'Prüfen, wer antwortet',
    request: 'Gerät vorstellen',
    redirect: 'Weiterleitung',
    answer: 'Antwort',
    protection: 'Signatur und Verschlüsselung',
    profile: 'Registrierungsprofil',
    identity: 'Server für Gerätezertifikate',
    'check-in': 'Server zum Anmelden',
  },

  outcomes: { ok: 'In Ordnung', warning: 'Anmerkungen', failed: 'Fehlgeschlagen', skipped: 'Nicht geprüft' },
  severities: { error: 'Fehler', warning: 'Warnung', info: 'Hinweis' },

  findings: {
    'url-invalid': () => 'url im Profil ist keine vollständige Adresse.',
    'url-not-https': ({ url }) => `url im Profil ist ${url}. Geräte fragen nur über https; es wurde nichts gesendet.`,
    'web-url-invalid': () => 'configuration_web_url im Profil ist keine vollständige Adresse.',
    'web-url-not-https': ({ url }) => `configuration_web_url im Profil ist ${url}. Geräte öffnen nur https.`,
    'anchor-unreadable': ({ number }) => `Ankerzertifikat ${number} des Profils ist kein Zertifikat.`,
    'host-not-found': ({ host }) => `Der Name ${host} hat keine Adresse.`,
    'host-unreachable': ({ host, reason }) => `Keine Verbindung zu ${host} (${reason}).`,
    'connect-timed-out': ({ host, seconds }) =>
      `${host} hat innerhalb von ${seconds} Sekunden keine Verbindung angenommen.`,
    'connection-lost': ({ host, reason }) => `${host} hat die Verbindung ohne Antwort beendet (${reason}).`,
    'proxy-refused': ({ host, reason }) => `Der Proxy dieses Computers führt nicht zu ${host} (${reason}).`,
    'certificate-expired': ({ host, subject, date }) =>
      `Ein Zertifikat, das ${host} sendet (${subject}), ist am ${date} abgelaufen.`,
    'certificate-not-yet-valid': ({ host, subject, date }) =>
      `Ein Zertifikat, das ${host} sendet (${subject}), gilt erst ab ${date}.`,
    'certificate-other-name': ({ host, names }) => `Das Zertifikat von ${host} gilt für ${names}.`,
    'certificate-expires-soon': ({ host, subject, date }) =>
      `Ein Zertifikat, das ${host} sendet (${subject}), läuft am ${date} ab.`,
    'chain-incomplete': ({ host, issuer }) =>
      `${host} sendet nur das eigene Zertifikat; das von ${issuer}, das es ausgestellt hat, fehlt.`,
    'authority-unknown': ({ host, issuer }) =>
      `Für ${host} bürgt ${issuer}. Ein Gerät kennt diese Zertifizierungsstelle nicht, und das Profil nennt keine Ankerzertifikate.`,
    'anchors-do-not-fit': ({ host, issuer, isPublic }) =>
      isPublic === 1
        ? `${host} hat ein öffentlich anerkanntes Zertifikat (${issuer}), und das Profil nennt andere Ankerzertifikate. Mit Ankern vertraut ein Gerät nur ihnen.`
        : `Für ${host} bürgt ${issuer} und keines der Ankerzertifikate des Profils.`,
    'tls-inspected': ({ host, issuer }) =>
      `Das Zertifikat, das für ${host} gezeigt wird, kommt von ${issuer}: Etwas auf dem Weg öffnet die Verbindung.`,
    'tls-failed': ({ host, reason }) => `Keine sichere Verbindung zu ${host} (${reason}).`,
    'trusted-here-only': ({ host, issuer }) =>
      `Für ${host} bürgt ${issuer}. Dieser Computer vertraut ihm durch eigene Einstellungen; ein frisch gelöschtes Gerät nicht.`,
    'answer-timed-out': ({ host, seconds }) =>
      `${host} hat innerhalb von ${seconds} Sekunden nicht vollständig geantwortet.`,
    'answer-slow': ({ host, seconds }) => `${host} hat ${seconds} Sekunden für die Antwort gebraucht.`,
    'answer-too-slow': ({ host, seconds, limit }) =>
      `${host} hat ${seconds} Sekunden für die Antwort gebraucht; mehr als ${limit} lassen Registrierungen scheitern.`,
    'answer-too-large': ({ host }) => `${host} antwortet mit mehr, als ein Registrierungsprofil je enthält.`,
    'answer-cut-off': ({ host, reason }) => `Die Antwort von ${host} endet zu früh (${reason}).`,
    'answer-broken': ({ host, reason }) => `Die Antwort von ${host} ist nicht als HTTP zu lesen (${reason}).`,
    'redirect-other-host': ({ host, to }) =>
      `${host} leitet Geräte weiter zu ${to}. Das Profil nennt diesen Host nicht; darum endet die Probe hier.`,
    'redirect-to-http': ({ host, to }) => `${host} leitet Geräte weiter zu ${to}; das ist kein https.`,
    'redirect-loop': ({ host, to }) => `${host} leitet Geräte im Kreis (${to}).`,
    'redirect-too-many': ({ host, count }) => `${host} leitet mehr als ${count}-mal weiter.`,
    'redirect-nowhere': ({ host, status }) => `${host} leitet weiter (${status}), nennt aber keine Adresse.`,
    'authentication-required': ({ host, scheme }) => `${host} verlangt Benutzername und Passwort (401, ${scheme}).`,
    'software-update-required': ({ host, osVersion, build }) =>
      `${host} verlangt, dass das Gerät zuerst auf ${osVersion} (Build ${build}) aktualisiert wird.`,
    'platform-sso-required': ({ host, authUrl }) =>
      `${host} verlangt zuerst eine Anmeldung über Platform SSO (bei ${authUrl}).`,
    'device-unrecognized': ({ host }) => `${host} kennt dieses Gerät nicht mehr (com.apple.unrecognized.device).`,
    'well-known-failed': ({ host }) =>
      `${host} antwortet wie bei einer gescheiterten accountbasierten Registrierung (com.apple.well-known.failed).`,
    'pairing-token-missing': ({ host }) => `${host} verlangt das Kopplungstoken einer Apple Watch.`,
    'request-refused': ({ host, status, code, message }) =>
      `${host} lehnt die Anfrage ab (${status}${code === '–' ? '' : `, ${code}`}${message === '–' ? '' : `: ${message}`}).`,
    'not-found': ({ host, status }) => `${host} hat unter dieser Adresse nichts (${status}).`,
    'server-busy': ({ host, status }) => `${host} ist ausgelastet oder in Wartung (${status}).`,
    'server-error': ({ host, status }) => `${host} ist an sich selbst gescheitert (${status}).`,
    'answer-html': ({ host }) => `${host} antwortet mit einer Webseite statt mit einem Profil.`,
    'answer-empty': ({ host }) => `${host} antwortet mit nichts.`,
    'answer-not-a-profile': ({ host, form }) =>
      `Was ${host} antwortet, ist kein Konfigurationsprofil${form === 'json' ? ', sondern JSON' : ''}.`,
    'content-type-wrong': ({ host, contentType }) =>
      `${host} nennt seine Antwort ${contentType}; Geräte erwarten application/x-apple-aspen-config.`,
    'sign-in-page': ({ host }) => `${host} zeigt eine Anmeldeseite. Ab hier braucht es eine Person.`,
    'clock-differs': ({ host, minutes }) => `Die Uhr von ${host} weicht um ${minutes} Minuten von diesem Computer ab.`,
    'profile-unsigned': () => 'Das Registrierungsprofil ist nicht signiert. Geräte nehmen es an.',
    'signature-invalid': ({ signer }) => `Die Signatur des Registrierungsprofils (${signer}) passt nicht zum Inhalt.`,
    'signer-expired': ({ signer, date }) =>
      `Das Zertifikat, mit dem das Profil signiert ist (${signer}), ist am ${date} abgelaufen.`,
    'profile-encrypted': () =>
      'Das Registrierungsprofil ist für ein anderes Gerät verschlüsselt; hier kann niemand hineinsehen.',
    'profile-type': ({ type }) => `Die Antwort ist eine Property-Liste der Art ${type}, kein Konfigurationsprofil.`,
    'profile-key-missing': ({ key }) => `${key} des Registrierungsprofils fehlt oder ist falsch.`,
    'profile-expired': ({ date }) => `Das Registrierungsprofil soll am ${date} entfernt werden; das ist vorbei.`,
    'payload-incomplete': ({ payload, keys }) => `Der Payload „${payload}“ hat kein ${keys}.`,
    'payload-uuid-repeated': ({ uuid }) => `Zwei Payloads haben dieselbe PayloadUUID ${uuid}.`,
    'payload-identifier-repeated': ({ identifier }) => `Zwei Payloads haben denselben PayloadIdentifier ${identifier}.`,
    'scope-not-system': ({ scope }) => `PayloadScope ist ${scope}; ein Mac wird als Ganzes registriert, mit System.`,
    'no-mdm-payload': () => 'Das Profil hat keinen Payload com.apple.mdm; es verwaltet also nichts.',
    'several-mdm-payloads': ({ count }) => `Das Profil hat ${count} Payloads com.apple.mdm; ein Gerät nimmt einen.`,
    'server-url-missing': () => 'Der MDM-Payload hat keine ServerURL.',
    'server-url-not-https': ({ url }) => `ServerURL ist ${url}; es muss https sein.`,
    'check-in-url-not-https': ({ url }) => `CheckInURL ist ${url}; es muss https sein.`,
    'topic-missing': () => 'Der MDM-Payload hat kein Topic.',
    'topic-form': ({ topic }) => `Das Topic ${topic} beginnt nicht mit com.apple.mgmt.`,
    'topic-differs': ({ topic, expected }) =>
      `Das Topic ist ${topic}; das von Ihnen importierte Push-Zertifikat hat ${expected}.`,
    'identity-reference-missing': () => 'Der MDM-Payload hat keine IdentityCertificateUUID.',
    'identity-reference-unresolved': ({ uuid }) =>
      `IdentityCertificateUUID ${uuid} ist die PayloadUUID keines Payloads im Profil.`,
    'identity-wrong-type': ({ type }) =>
      `IdentityCertificateUUID nennt einen Payload der Art ${type}; das ist keine Identität.`,
    'no-identity-payload': () => 'Das Profil hat keine Identität: weder ACME noch SCEP noch PKCS#12.',
    'access-rights-missing': () => 'Der MDM-Payload hat keine AccessRights.',
    'access-rights-invalid': ({ rights }) => `AccessRights ist ${rights}; erlaubt sind 1 bis 8191.`,
    'access-rights-incomplete': ({ right, needed }) => `AccessRights enthält ${right} ohne ${needed}.`,
    'access-rights-limited': ({ rights }) => `AccessRights ist ${rights}, also weniger als alle Rechte (8191).`,
    'development-push': () => 'UseDevelopmentAPNS ist true. Zertifikate aus Apples Portal sind für den Betrieb.',
    'messages-unsigned': () => 'SignMessage ist false: Der Server verlässt sich auf das TLS-Zertifikat des Geräts.',
    'per-user-capability-missing': ({ capability }) =>
      `Das Profil bei Apple macht daraus ein geteiltes iPad, und in ServerCapabilities fehlt ${capability}.`,
    'pinning-unresolved': ({ key, uuid }) => `${key} nennt ${uuid}; das ist kein Payload des Profils.`,
    'account-driven-key': ({ key }) => `${key} gehört zur accountbasierten Registrierung und nicht zu dieser.`,
    'scep-url-invalid': ({ payload }) => `Der SCEP-Payload „${payload}“ hat keine brauchbare URL.`,
    'scep-key-small': ({ payload, bits }) => `Der SCEP-Payload „${payload}“ verlangt einen Schlüssel von ${bits} Bit.`,
    'acme-incomplete': ({ payload, keys }) => `Der ACME-Payload „${payload}“ hat kein ${keys}.`,
    'acme-not-https': ({ payload, url }) => `Der ACME-Payload „${payload}“ zeigt auf ${url}; das ist kein https.`,
    'identity-file-invalid': ({ payload }) => `Der Payload „${payload}“ enthält keine PKCS#12-Datei.`,
    'certificate-payload-invalid': ({ payload }) => `Der Payload „${payload}“ enthält kein Zertifikat.`,
    'certificate-payload-expired': ({ payload, subject, date }) =>
      `Das Zertifikat im Payload „${payload}“ (${subject}) ist am ${date} abgelaufen.`,
    'identity-server-unreachable': (facts) =>
      `Der Server für Gerätezertifikate, ${facts['host']}, ist nicht zu erreichen: ${cause(facts)}.`,
    'identity-server-answer': ({ host, protocol, status, contentType }) =>
      `${host} antwortet nicht wie ein ${protocol}-Server (${status}, ${contentType}).`,
    'identity-server-weak': ({ host, missing }) => `Der SCEP-Server ${host} bietet ${missing} nicht an.`,
    'check-in-unreachable': (facts) =>
      `Der Server zum Anmelden, ${facts['host']}, ist nicht zu erreichen: ${cause(facts)}.`,
    'not-visited': ({ host, address }) =>
      `${host} (${address}) wurde nicht besucht: Die Adresse ist privat, und nur die Antwort nennt sie.`,
  },

  remedies: {
    'url-invalid':
      'Berichtigen Sie url im Profil, veröffentlichen Sie es erneut, weisen Sie es neu zu und löschen Sie das Gerät.',
    'url-not-https':
      'Geben Sie dem Profil eine https-Adresse, veröffentlichen Sie es erneut, weisen Sie es neu zu und löschen Sie das Gerät.',
    'web-url-invalid': 'Berichtigen Sie configuration_web_url im Profil und veröffentlichen Sie es erneut.',
    'web-url-not-https':
      'Geben Sie configuration_web_url eine https-Adresse und veröffentlichen Sie das Profil erneut.',
    'anchor-unreadable':
      'Nehmen Sie diesen Eintrag aus anchor_certs, oder ersetzen Sie ihn durch das Base64 eines DER-Zertifikats.',
    'host-not-found':
      'Prüfen Sie den Namen im Profil. Stimmt er, macht ihn das Netzwerkteam in dem DNS bekannt, das die Geräte benutzen.',
    'host-unreachable': `${NETWORK_TEAM} lässt Geräte zu diesem Host und Port; prüfen Sie auch, ob der Server läuft.`,
    'connect-timed-out': `${NETWORK_TEAM} sucht nach einer Firewall, die Verbindungen zu diesem Host verwirft.`,
    'connection-lost': `${NETWORK_TEAM} sucht nach einem Gerät auf dem Weg, das Verbindungen abbricht; danach hilft das Protokoll des Servers.`,
    'proxy-refused': 'Prüfen Sie den Proxy dieses Computers. Geräte benutzen ihn nicht: Proben Sie möglichst ohne ihn.',
    'certificate-expired': `${SERVER_TEAM} erneuern das Zertifikat und installieren es mit seinen Zwischenzertifikaten.`,
    'certificate-not-yet-valid': 'Prüfen Sie die Uhr dieses Computers und das Datum des neuen Zertifikats.',
    'certificate-other-name':
      'Verwenden Sie im Profil den Namen aus dem Zertifikat, oder lassen Sie ein Zertifikat für diesen Namen ausstellen.',
    'certificate-expires-soon': `${SERVER_TEAM} erneuern es vor diesem Tag.`,
    'chain-incomplete': `${SERVER_TEAM} installieren die Zwischenzertifikate auf dem Server. Geräte holen sie nicht selbst.`,
    'authority-unknown':
      'Nehmen Sie das Stammzertifikat dieser Stelle in anchor_certs des Profils auf, veröffentlichen, zuweisen und löschen; oder verwenden Sie ein öffentliches Zertifikat. Kennen Sie diese Stelle nicht, öffnet etwas auf dem Weg die Verbindung.',
    'anchors-do-not-fit':
      'Nehmen Sie die jetzige Stelle in anchor_certs auf, oder entfernen Sie alle Anker, wenn das Zertifikat öffentlich ist; veröffentlichen, zuweisen, löschen. Kennen Sie diese Stelle nicht, öffnet etwas auf dem Weg die Verbindung.',
    'tls-inspected': `${NETWORK_TEAM} nimmt diesen Host von der TLS-Prüfung aus. Geräte lehnen solche Verbindungen ab.`,
    'tls-failed': `${SERVER_TEAM} lassen an diesem Port TLS 1.2 oder neuer zu.`,
    'trusted-here-only':
      'Nehmen Sie diese Stelle in anchor_certs des Profils auf. Kennen Sie sie nicht, werden die Verbindungen dieses Computers geprüft.',
    'answer-timed-out':
      'Sehen Sie nach der Last des Servers: Webanwendung, Datenbank, Verzeichnis. Versuchen Sie es mit weniger Geräten zugleich.',
    'answer-slow': 'Sehen Sie nach der Last des Servers, bevor viele Geräte zugleich eingerichtet werden.',
    'answer-too-slow':
      'Sehen Sie nach der Last des Servers: Webanwendung, Datenbank, Verzeichnis. Versuchen Sie es mit weniger Geräten zugleich.',
    'answer-too-large': 'Prüfen Sie, ob die Adresse die für die Registrierung ist und die Antwort ein Profil.',
    'answer-cut-off':
      'Suchen Sie nach einem Proxy oder Lastverteiler, der die Verbindung beendet; danach hilft das Protokoll des Servers.',
    'answer-broken': 'Prüfen Sie, ob an diesem Port ein Webserver antwortet und was ein Proxy davor tut.',
    'redirect-other-host': 'Nennen Sie diesen Host im Profil, oder proben Sie seine Adresse mit --url.',
    'redirect-to-http': `${SERVER_TEAM} lassen den Server auf https weiterleiten.`,
    'redirect-loop': `${SERVER_TEAM} berichtigen die Weiterleitung.`,
    'redirect-too-many': `${SERVER_TEAM} kürzen den Weg.`,
    'redirect-nowhere': `${SERVER_TEAM} berichtigen die Weiterleitung.`,
    'authentication-required':
      'Geräte zeigen dafür eine Anmeldung, neuere ziehen configuration_web_url vor. Prüfen Sie die Authentifizierung der Organisationsgruppe und ob das Verzeichnis antwortet.',
    'software-update-required':
      'Lassen Sie das Gerät aktualisieren, oder proben Sie mit --os-version eines aktualisierten. Soll das kein Gerät müssen, ändern Sie die Regel auf dem Server.',
    'platform-sso-required':
      'Das ist für Macs mit macOS 26 gedacht. Prüfen Sie die Regel auf dem Server, wenn andere es bekommen.',
    'device-unrecognized':
      'Nehmen Sie die Seriennummer auf dem Server auf; ein Gerät, das dies hört, gibt seine Verwaltung auf.',
    'well-known-failed':
      'Prüfen Sie die Adresse: Die accountbasierte Registrierung hat eine andere als die automatische.',
    'pairing-token-missing': 'Prüfen Sie das angegebene Produkt; nur eine Apple Watch braucht das.',
    'request-refused':
      'Sehen Sie in das Protokoll des Servers. Ein Server, der Apples Zertifikat des Geräts prüft, lehnt jede Probe ab; einer, der seine Geräte kennt, will mit --serial ein echtes.',
    'not-found': 'Vergleichen Sie den Pfad von url im Profil mit dem, den der Server für die Registrierung zeigt.',
    'server-busy': 'Warten Sie und proben Sie erneut. Prüfen Sie, ob der Server in Wartung ist.',
    'server-error':
      'Sehen Sie in das Protokoll des Servers zu dieser Zeit; starten Sie seinen Registrierungsdienst neu.',
    'answer-html':
      'Prüfen Sie die Adresse. Eine Anmeldeseite gehört in configuration_web_url; eine Seite des Netzes bedeutet ein Captive Portal.',
    'answer-empty':
      'Sehen Sie in das Protokoll des Servers. Prüfen Sie in Workspace ONE, ob die Organisationsgruppe eine Gruppen-ID hat.',
    'answer-not-a-profile': 'Prüfen Sie die Adresse, und sehen Sie in das Protokoll des Servers.',
    'content-type-wrong': `${SERVER_TEAM} lassen ihn mit Content-Type: application/x-apple-aspen-config antworten.`,
    'sign-in-page': 'Melden Sie sich mit einem Gerät an, oder prüfen Sie die Anmeldung in einem Browser.',
    'clock-differs': 'Stellen Sie beide Uhren über NTP.',
    'profile-unsigned': 'Sie müssen nichts tun. Eine Signatur zeigt, von wem es stammt.',
    'signature-invalid': 'Signieren Sie das Profil neu. Suchen Sie nach einem Proxy, der Antworten verändert.',
    'signer-expired': `${SERVER_TEAM} erneuern das Zertifikat, das Profile signiert.`,
    'profile-encrypted':
      'Proben Sie mit einem Server, der es unverschlüsselt sendet, oder sehen Sie es auf einem Gerät an.',
    'profile-type': 'Prüfen Sie die Adresse: Es muss die für die automatische Geräteregistrierung sein.',
    'profile-key-missing': 'Berichtigen Sie das Profil auf dem Server.',
    'profile-expired': 'Berichtigen Sie RemovalDate auf dem Server.',
    'payload-incomplete': 'Berichtigen Sie den Payload auf dem Server.',
    'payload-uuid-repeated': 'Geben Sie jedem Payload eine eigene PayloadUUID.',
    'payload-identifier-repeated': 'Geben Sie jedem Payload einen eigenen PayloadIdentifier.',
    'scope-not-system': 'Setzen Sie PayloadScope auf System.',
    'no-mdm-payload':
      'Prüfen Sie die Adresse und ob der Server für diese Organisationsgruppe ein Registrierungsprofil erstellt.',
    'several-mdm-payloads': 'Lassen Sie einen MDM-Payload im Profil.',
    'server-url-missing': 'Setzen Sie ServerURL auf dem Server.',
    'server-url-not-https': 'Stellen Sie die externe Adresse des Servers auf https.',
    'check-in-url-not-https': 'Stellen Sie die externe Adresse des Servers auf https.',
    'topic-missing': 'Installieren Sie das Push-Zertifikat auf dem Server.',
    'topic-form': 'Installieren Sie auf dem Server ein Push-Zertifikat für MDM (identity.apple.com/pushcert).',
    'topic-differs':
      'Installieren Sie wieder das Push-Zertifikat mit dem alten Topic: Erneuern Sie es mit demselben Apple-Account. Geräte mit einem anderen Topic hören keinen Push.',
    'identity-reference-missing': 'Setzen Sie IdentityCertificateUUID auf die PayloadUUID des Identitäts-Payloads.',
    'identity-reference-unresolved': 'Setzen Sie IdentityCertificateUUID auf die PayloadUUID des Identitäts-Payloads.',
    'identity-wrong-type': 'Lassen Sie IdentityCertificateUUID den ACME-, SCEP- oder PKCS#12-Payload nennen.',
    'no-identity-payload': 'Prüfen Sie die Zertifizierungsstelle in den Einstellungen des Servers.',
    'access-rights-missing': 'Setzen Sie AccessRights auf 8191.',
    'access-rights-invalid': 'Setzen Sie AccessRights auf 8191.',
    'access-rights-incomplete': 'Setzen Sie AccessRights auf 8191, oder ergänzen Sie das fehlende Recht.',
    'access-rights-limited': 'Sie müssen nichts tun, wenn das so gewollt ist.',
    'development-push': 'Setzen Sie UseDevelopmentAPNS auf false.',
    'messages-unsigned': 'Sie müssen nichts tun. Setzen Sie es auf true, wenn ein Proxy vor dem Server TLS beendet.',
    'per-user-capability-missing':
      'Schalten Sie das geteilte iPad auf dem Server ein, oder is_multi_user im Profil aus.',
    'pinning-unresolved': 'Nehmen Sie das Zertifikat in das Profil auf, oder streichen Sie seine UUID.',
    'account-driven-key': 'Nehmen Sie diesen Schlüssel aus dem Profil für die automatische Registrierung.',
    'scep-url-invalid': 'Berichtigen Sie die Adresse des SCEP-Servers in den Einstellungen der Zertifizierungsstelle.',
    'scep-key-small': 'Verlangen Sie 2048 Bit oder mehr.',
    'acme-incomplete': 'Berichtigen Sie die ACME-Einstellungen auf dem Server.',
    'acme-not-https': 'Geben Sie dem ACME-Verzeichnis eine https-Adresse.',
    'identity-file-invalid': 'Lassen Sie den Server eine PKCS#12-Datei in diesen Payload legen.',
    'certificate-payload-invalid': 'Ersetzen Sie das Zertifikat in diesem Payload.',
    'certificate-payload-expired': 'Ersetzen Sie das Zertifikat in diesem Payload durch das jetzige.',
    'identity-server-unreachable': `${NETWORK_TEAM} lässt Geräte zu diesem Server; prüfen Sie, ob er läuft.`,
    'identity-server-answer': 'Prüfen Sie die Adresse der Zertifizierungsstelle und ob ihr Dienst läuft.',
    'identity-server-weak': 'Aktualisieren Sie den SCEP-Server, oder schalten Sie SHA-256 und AES ein.',
    'check-in-unreachable': `${NETWORK_TEAM} lässt Geräte zu diesem Server; prüfen Sie seine externe Adresse.`,
    'not-visited': 'Nennen Sie ihn mit --also-host, damit er angesehen wird.',
  },
}
