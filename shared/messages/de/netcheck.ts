import type { HostRemark, HostVerdict, NetworkVerdict, Repairer } from '../../model/network-check.ts'
import type { netcheck as en, VerdictWords } from '../en/netcheck.ts'
import type { Translated } from '../index.ts'
import { quantity } from './words.ts'

const ALLOW = 'Geben Sie diesen Host und Port in der Firewall frei, für die Geräte und für diesen Rechner.'
const EXEMPT =
  'Nehmen Sie diesen Host von der TLS-Inspektion aus. Apples Dienste und die Geräte lehnen inspizierte Verbindungen ab.'
const CHAIN = 'Wer diesen Server betreibt, muss sein Zertifikat in Ordnung bringen.'

// prettier-ignore
const verdicts = {
  ok: ['In Ordnung', 'Der Host antwortet, wie er soll.', 'Nichts zu tun.'],
  'not-checkable': ['Von hier nicht prüfbar', 'Unter diesem Platzhalter ist kein Name zum Prüfen bekannt, oder das Protokoll antwortet Fremden nicht.', 'Geben Sie den Eintrag in der Firewall so frei, wie er in der Liste steht.'],
  'name-unknown': ['Name unbekannt', 'Laut den Nameservern gibt es diesen Namen nicht.', 'Prüfen Sie die Schreibweise. Ein Host von Apple hat immer einen Namen: Dann blendet ihn ein DNS-Filter aus.'],
  'dns-failed': ['Name nicht aufgelöst', 'Die Nameserver gaben keine brauchbare Antwort.', 'Prüfen Sie, ob die Nameserver dieses Netzes erreichbar sind und Namen im Internet auflösen dürfen.'],
  'dns-altered': ['Name umgeleitet', 'Der Name führt zu einer Adresse im lokalen Netz; ein Filter oder Portal antwortet anstelle des Hosts. Es wurde nichts dorthin gesendet.', 'Nehmen Sie diesen Namen vom DNS-Filter aus.'],
  refused: ['Abgelehnt', 'Die Verbindung wurde abgelehnt: von einer Firewall, oder es lauscht dort nichts.', ALLOW],
  unreachable: ['Kein Weg dorthin', 'Zu diesem Host führt keine Route.', ALLOW],
  'timed-out': ['Keine Antwort in der Frist', 'Es kam länger keine Antwort, als ein Gerät wartet. So sehen Firewalls aus, die Pakete verwerfen.', ALLOW],
  'cut-off': ['Getrennt', 'Die Verbindung kam zustande und wurde dann von außen beendet. So sehen Zwischengeräte aus, die einen Host verbieten.', ALLOW],
  'proxy-unreachable': ['Proxy nicht erreichbar', 'Der Proxy selbst war nicht zu erreichen.', 'Prüfen Sie die Adresse des Proxys unter Einstellungen, Netzwerk.'],
  'proxy-auth-needed': ['Proxy verlangt Anmeldung', 'Der Proxy verlangt Benutzer und Kennwort oder lehnt die angegebenen ab. Geräte können sich während der Einrichtung nicht anmelden.', 'Lassen Sie Apples Hosts ohne Anmeldung zu; für diesen Rechner tragen Sie Benutzer und Kennwort unter Einstellungen, Netzwerk, ein.'],
  'proxy-refused': ['Vom Proxy abgelehnt', 'Der Proxy öffnet keinen Weg zu diesem Host und Port.', 'Geben Sie diesen Host und Port im Proxy frei.'],
  'captive-portal': ['Anmeldeseite', 'Ein Portal dieses Netzes antwortet anstelle des Hosts.', 'Richten Sie Geräte in einem Netz ohne Portal ein.'],
  inspected: ['Inspiziert', 'Das Zertifikat wurde unterwegs ausgestellt: Etwas öffnet die verschlüsselte Verbindung.', EXEMPT],
  'no-tls': ['Keine Verschlüsselung', 'Dort antwortet etwas, das kein TLS spricht: ein Portal oder ein Proxy anstelle des Hosts.', 'Stellen Sie fest, was auf diesem Port antwortet, und lassen Sie die Verbindung durch.'],
  'certificate-expired': ['Zertifikat abgelaufen', 'Das Zertifikat oder eines darüber ist nicht mehr gültig.', CHAIN],
  'certificate-not-yet-valid': ['Zertifikat noch nicht gültig', 'Das Zertifikat gilt erst später. Meist geht die Uhr dieses Rechners nach.', 'Prüfen Sie Datum und Uhrzeit dieses Rechners.'],
  'certificate-wrong-host': ['Zertifikat für anderen Namen', 'Das Zertifikat gilt für andere Namen als diesen Host.', 'Verwenden Sie den Namen aus dem Zertifikat, oder geben Sie dem Server ein Zertifikat für diesen Namen.'],
  'chain-incomplete': ['Kette unvollständig', 'Der Server lässt das Zertifikat zwischen seinem eigenen und der Zertifizierungsstelle weg. Browser finden es oft selbst, Geräte nicht.', 'Lassen Sie den Server die ganze Kette senden.'],
  'certificate-untrusted': ['Zertifizierungsstelle nicht vertraut', 'Hinter dem Zertifikat steht keine Zertifizierungsstelle, der hier vertraut wird.', 'Bei einer eigenen Zertifizierungsstelle: Nehmen Sie sie in die Ankerzertifikate des Profils auf und für dieses Programm unter Einstellungen, Netzwerk.'],
  'tls-failed': ['TLS fehlgeschlagen', 'Beide Seiten fanden keine gemeinsame Verschlüsselung.', 'Der Server muss TLS 1.2 oder neuer mit aktuellen Verfahren anbieten.'],
  'no-answer': ['Keine Antwort', 'Über UDP kam keine Antwort. Sie kann auf dem Hin- oder Rückweg verworfen worden sein.', 'Geben Sie UDP für diesen Port frei, oder stellen Sie die Zeit im Netz selbst bereit.'],
} as const satisfies Readonly<Record<HostVerdict, VerdictWords>>

// prettier-ignore
const network = {
  ok: ['Alles in Ordnung', 'Jeder Host, der sich von hier prüfen lässt, antwortet, wie er soll.', 'Nichts zu tun.'],
  'captive-portal': ['Vor dem Internet steht ein Portal', 'Dieses Netz verlangt zuerst eine Anmeldung auf einer Seite. Geräte in der Einrichtung kommen daran nicht vorbei.', 'Richten Sie Geräte in einem Netz ohne Portal ein, oder nehmen Sie die Geräte aus.'],
  'clock-wrong': ['Die Uhr dieses Rechners geht falsch', 'Sie weicht um mehr als fünf Minuten ab. Zertifikate und die Anmeldung bei Apple hängen davon ab.', 'Lassen Sie Datum und Uhrzeit auf diesem Rechner automatisch einstellen.'],
  'proxy-failing': ['Der Proxy lässt Verbindungen nicht durch', 'Er ist nicht erreichbar, verlangt eine Anmeldung oder lehnt Hosts ab.', 'Geben Sie Apples Hosts im Proxy ohne Anmeldung frei.'],
  offline: ['Keine Verbindung', 'Weder Namen noch Adressen sind erreichbar.', 'Prüfen Sie die Verbindung und die Nameserver dieses Rechners.'],
  'dns-failing': ['Namen werden nicht aufgelöst', 'Für einige Hosts gaben die Nameserver keine brauchbare Antwort.', 'Lassen Sie die Nameserver diese Namen unverändert auflösen.'],
  inspected: ['Verschlüsselte Verbindungen werden unterwegs geöffnet', 'Zertifikate wurden zwischen hier und Apple ausgestellt. Geräte registrieren sich über solche Verbindungen nicht.', 'Nehmen Sie Apples Hosts von der TLS-Inspektion aus.'],
  blocked: ['Nichts kommt durch', 'Kein Host antwortete, wie er soll.', 'Geben Sie die aufgeführten Hosts und Ports in der Firewall frei.'],
  'partly-blocked': ['Einige Hosts sind gesperrt', 'Andere antworten, also behandelt die Firewall oder ein Filter diese anders.', 'Geben Sie die aufgeführten Hosts und Ports in der Firewall frei.'],
  'certificates-wrong': ['Zertifikate sind nicht in Ordnung', 'Ein Host war erreichbar, und Geräte würden ihm nicht vertrauen.', 'Was nicht stimmt, steht beim jeweiligen Host.'],
  'nothing-checked': ['Nichts geprüft', 'Keiner der gewählten Hosts lässt sich von hier prüfen.', 'Wählen Sie andere Hosts.'],
} as const satisfies Readonly<Record<NetworkVerdict, VerdictWords>>

const repairers = {
  nobody: 'Nichts zu tun',
  'network-team': 'Wer Ihr Netz betreibt',
  'server-owner': 'Wer diesen Server betreibt',
  'this-computer': 'Wer diesen Rechner betreut',
} as const satisfies Readonly<Record<Repairer, string>>

const remarks = {
  'ipv6-broken': 'seine IPv6-Adressen antworten nicht, was jede erste Verbindung verzögert',
  'ipv4-broken': 'seine IPv4-Adressen antworten nicht',
  'private-authority':
    'das Zertifikat stammt von einer eigenen Zertifizierungsstelle: Geräte brauchen sie als Ankerzertifikat',
  'unusual-authority': 'die Zertifizierungsstelle ist öffentlich, aber für Apples Hosts nicht bekannt',
  'expires-soon': 'das Zertifikat läuft binnen 30 Tagen ab',
  redirected: 'er leitet zu einem anderen Host weiter, dem nicht gefolgt wurde',
  'clock-off': 'seine Uhr weicht um mehr als fünf Minuten ab',
  'plain-http': 'er antwortet unverschlüsselt; Geräte registrieren sich nur über https',
  slow: 'ein Schritt dauerte länger als drei Sekunden',
  'proxy-unsupported': 'davor steht ein Proxy, den Apple hier nicht unterstützt',
  'old-tls': 'er spricht eine alte TLS-Version, die Geräte ablehnen',
} as const satisfies Readonly<Record<HostRemark, string>>

export const netcheck: Translated<typeof en> = {
  verdicts,
  network,
  repairers,
  remarks,
  columns: {
    host: 'Host',
    port: 'Port',
    protocol: 'Protokoll',
    listed: 'In Apples Liste als',
    purpose: 'Zweck',
    verdict: 'Ergebnis',
    means: 'Bedeutung',
    next: 'Was zu tun ist',
    repairer: 'Wer es beheben kann',
    addresses: 'Adressen',
    ipv4: 'IPv4',
    ipv6: 'IPv6',
    proxy: 'Über Proxy',
    tls: 'TLS',
    issuer: 'Aussteller',
    expires: 'Zertifikat bis',
    fingerprint: 'SHA-256 des Zertifikats',
    inspected: 'Inspiziert',
    status: 'HTTP',
    reason: 'Wort des Systems',
    ms: 'Millisekunden',
    remarks: 'Bemerkungen',
  },
  yes: 'ja',
  no: 'nein',
  summary: (ok, all) => `${quantity(ok, 'Host', 'Hosts')} von ${all} in Ordnung.`,
  checkedAt: (time) => `Geprüft ${time}`,
  repairedBy: (who) => `Wer es beheben kann: ${who}.`,
  proxyNone: 'Proxy: keiner.',
  proxyUsed: (address) => `Proxy: ${address}.`,
  proxySystem: (answer) => `Das System würde einen anderen Weg nehmen: ${answer}.`,
  portalNone: 'Portal: keines.',
  portalFound: 'Portal: Dieses Netz zeigt eine Anmeldeseite.',
  portalUnknown: 'Portal: nicht bekannt; captive.apple.com wurde nicht gefragt oder antwortete nicht.',
  clock: (seconds) => {
    const much = quantity(Math.abs(seconds), 'Sekunde', 'Sekunden')
    if (seconds === 0) return 'Uhr: weicht um weniger als eine Sekunde ab.'
    return `Uhr: Dieser Rechner geht um ${much} ${seconds > 0 ? 'nach' : 'vor'}.`
  },
  clockUnknown: 'Uhr: Niemand nannte die Zeit.',
  nameServers: (list) => `Nameserver: ${list}.`,
  limitsTitle: 'Was diese Prüfung nicht sehen kann',
  limits: {
    place:
      'Geprüft wurde von diesem Rechner aus. Geräte sind vielleicht in einem anderen Netz, mit anderen Regeln, einem anderen Proxy oder keinem.',
    joining: 'Die Anmeldung am WLAN (802.1X) und was geschieht, bevor ein Gerät eine Adresse hat.',
    others: 'Alle Adressen hinter einem Namen und alle Namen hinter einem Platzhalter: Versucht wurde jeweils einer.',
    udp: 'Stille über UDP: Frage oder Antwort können verloren gegangen sein.',
    some: 'Inspektion, die nur für manche Geräte, Benutzer oder Zeiten gilt.',
  },
}
