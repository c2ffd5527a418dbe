import type { EvidenceFacts } from '../../model/diagnosis.ts'
import { count, day, told } from '../evidence-words.ts'
import type { Translated } from '../index.ts'
import type { evidence as english } from '../en/evidence.ts'

/** Was das Programm gefunden hat, als Satz. */
export const evidence: Translated<typeof english> = {
  checks: {
    'token-effective': {
      own: (f) => `Das Token ${told(f['token'])} ist bei ${told(f['group'])} verbunden.`,
      inherited: (f) => `Die Gruppe ${told(f['group'])} erbt das Token ${told(f['token'])} von ${told(f['from'])}.`,
      none: (f) =>
        f['group'] ? `Für die Gruppe ${told(f['group'])} gilt kein Token.` : 'Hier ist kein Token verbunden.',
    },
    'token-expiry': {
      valid: (f) => `Das Token ${told(f['token'])} gilt bis ${day(f['expiresAt'])}.`,
      expiring: (f) =>
        `Das Token ${told(f['token'])} läuft am ${day(f['expiresAt'])} ab, in ${count(f['days'], 'Tag', 'Tagen')}.`,
      expired: (f) => `Das Token ${told(f['token'])} ist am ${day(f['expiresAt'])} abgelaufen.`,
    },
    'token-accepted': {
      accepted: () => 'Apple nimmt das Token an.',
      unauthorized: () => 'Apple lehnt das Token ab: Es ist abgelaufen, widerrufen oder durch ein neueres ersetzt.',
      terms: () => 'Apple antwortet, dass die Geschäftsbedingungen noch zu akzeptieren sind.',
      denied: () => 'Apple antwortet, dass dieses Token keinen Zugriff hat: Sein Server wurde vielleicht gelöscht.',
      'bad-request': () => 'Apple nimmt die Signatur der Anfrage nicht an, wie bei einer falsch gehenden Uhr.',
      refused: (f) => `Apple lehnt die Anfrage ab (${told(f['code'])}).`,
      unreachable: (f) => `Der Dienst von Apple wurde nicht erreicht (${told(f['code'])}).`,
    },
    clock: {
      right: (f) =>
        `Die Uhr dieses Computers weicht um ${count(f['seconds'], 'Sekunde', 'Sekunden')} von der bei Apple ab.`,
      wrong: (f) => `Die Uhr dieses Computers geht um ${count(f['seconds'], 'Sekunde', 'Sekunden')} falsch.`,
    },
    'account-matches': {
      same: (f) => `Apple nennt den Server, für den das Token importiert wurde: ${told(f['server'])}.`,
      'other-server': (f) =>
        `Apple nennt den Server ${told(f['server'])}; importiert wurde das Token für ${told(f['known'])}.`,
    },
    'list-fresh': {
      fresh: (f) => `Die Geräteliste wurde zuletzt am ${day(f['lastSync'])} gelesen.`,
      stale: (f) =>
        `Die Geräteliste wurde zuletzt am ${day(f['lastSync'])} gelesen, vor ${count(f['hours'], 'Stunde', 'Stunden')}.`,
      never: (f) => `Die Geräte des Tokens ${told(f['token'])} wurden noch nie gelesen.`,
    },
    'last-sync': {
      fine: (f) => `Die letzte Synchronisierung endete am ${day(f['at'])} erfolgreich.`,
      cursor: (f) =>
        `Die letzte Synchronisierung schlug am ${day(f['at'])} fehl: Apple nimmt ihren Cursor nicht mehr an.`,
      network: (f) =>
        `Die letzte Synchronisierung schlug am ${day(f['at'])} fehl: Apple wurde nicht erreicht (${told(f['code'])}).`,
      refused: (f) =>
        `Die letzte Synchronisierung schlug am ${day(f['at'])} fehl: Apple hat sie abgelehnt (${told(f['code'])}).`,
      failed: (f) => `Die letzte Synchronisierung schlug am ${day(f['at'])} fehl (${told(f['code'])}).`,
      never: () => 'Dieses Token wurde noch nie synchronisiert.',
    },
    schedule: {
      on: (f) => `Die nächste Synchronisierung ist geplant, eine alle ${count(f['minutes'], 'Minute', 'Minuten')}.`,
      rare: (f) =>
        `Synchronisiert wird nur alle ${count(f['hours'], 'Stunde', 'Stunden')}, zu selten für den Cursor von Apple.`,
      off: () => 'Es ist keine Synchronisierung geplant.',
    },
    'cursor-age': {
      fresh: (f) => `Der Cursor der letzten Synchronisierung ist ${count(f['days'], 'Tag', 'Tage')} alt.`,
      'too-old': (f) =>
        `Der Cursor der letzten Synchronisierung ist ${count(f['days'], 'Tag', 'Tage')} alt; Apple vergisst ihn nach sieben.`,
      none: () => 'Es gibt keinen Cursor: Die vollständige Liste wurde nie gelesen.',
    },
    'device-listed': {
      here: (f) => `Apple führt das Gerät bei dem Token ${told(f['token'])}.`,
      'other-token': (f) => `Apple führt das Gerät bei einem anderen Token: ${told(f['token'])}.`,
      'not-accessible': (f) =>
        f['tokens']
          ? `Apple zeigt das Gerät keinem unserer Tokens (${count(f['tokens'], 'Token', 'Tokens')} gefragt).`
          : `Das Gerät steht seit ${day(f['since'])} nicht mehr in der Liste von Apple.`,
    },
    'gone-reason': {
      present: (f) => `Nach den Aufzeichnungen gehört das Gerät zu dem Token ${told(f['token'])}.`,
      deleted: (f) => `Es hat das Token am ${day(f['since'])} verlassen: bei Apple abgemeldet oder freigegeben.`,
      released: (f) => `Es wurde am ${day(f['since'])} von hier aus der Organisation freigegeben.`,
      replaced: (f) => `Apple hat es am ${day(f['since'])} durch ein anderes Gerät ersetzt.`,
      'not-listed': (f) => `Apple führt es seit ${day(f['since'])} nicht mehr auf.`,
      'token-removed': (f) => `Sein Token wurde am ${day(f['since'])} aus diesem Programm entfernt.`,
    },
    'profile-status': {
      empty: () => 'Apple meldet für das Gerät kein Profil.',
      removed: () => 'Apple meldet, dass das Profil entfernt wurde.',
      assigned: (f) =>
        `Apple meldet seit ${day(f['assigned'])} ein zugewiesenes Profil; das Gerät hat es nicht abgeholt.`,
      pushed: (f) => `Das Gerät hat sein Profil am ${day(f['pushed'])} abgeholt.`,
      other: (f) => `Apple meldet den Status ${told(f['status'])}.`,
    },
    'profile-expected': {
      same: (f) => `Apple meldet das Profil, das hier gewählt wurde: ${told(f['wanted'])}.`,
      other: (f) =>
        `Apple meldet das Profil ${told(f['profile'] ?? f['reported'])}; hier wurde ${told(f['wanted'])} gewählt.`,
      'none-at-apple': (f) => `Hier wurde ${told(f['wanted'])} gewählt; Apple meldet kein Profil.`,
      'no-wish': () => 'Hier wurde für das Gerät kein Profil gewählt.',
    },
    'set-up-before': {
      before: (f) =>
        f['status'] === 'enrolled' || f['status'] === 'unenrolled'
          ? `Die Konsole kennt das Gerät als ${told(f['status'])}: Es wurde schon eingerichtet.`
          : `Das Gerät hat am ${day(f['pushed'])} ein Profil abgeholt, bevor dieses am ${day(f['assigned'])} zugewiesen wurde.`,
    },
    'pushed-when': {
      recently: (f) => `Das Gerät hat sein Profil am ${day(f['pushed'])} abgeholt, in den letzten zwei Stunden.`,
      earlier: (f) => `Das Gerät hat sein Profil am ${day(f['pushed'])} abgeholt.`,
      never: () => 'Das Gerät hat kein Profil abgeholt.',
    },
    migration: {
      scheduled: (f) => `Apple verlegt das Gerät bis ${day(f['deadline'])} auf diesen Server.`,
      passed: (f) => `Die Frist von Apple für den Wechsel auf diesen Server endete am ${day(f['deadline'])}.`,
      none: () => 'Apple hat keine Frist für einen Wechsel gesetzt.',
    },
    provisional: {
      within: (f) =>
        `Zugewiesen am ${day(f['assigned'])}: Ein mit Apple Configurator hinzugefügtes Gerät darf bis ${day(f['until'])} gehen.`,
      over: (f) => `Zugewiesen am ${day(f['assigned'])}: Die 30 Tage endeten am ${day(f['until'])}.`,
    },
    'console-status': {
      enrolled: () => 'Die Konsole führt das Gerät als registriert.',
      blocked: () => 'Die Konsole führt das Gerät auf ihrer Sperrliste.',
      'not-enrolled': (f) => `Das Gerät ist nicht registriert: ${told(f['status'])}.`,
    },
    'device-kind': {
      mac: (f) => `Apple nennt es ${told(f['family'])}: ein Mac.`,
      'apple-tv': (f) => `Apple nennt es ${told(f['family'])}.`,
      other: (f) => `Apple nennt es ${told(f['family'])}.`,
    },
    'lock-code': {
      kept: (f) => `Hier hinterlegte Umgehungscodes für das Gerät: ${told(f['codes'])}.`,
      none: () => 'Für das Gerät ist hier kein Umgehungscode hinterlegt.',
    },
    'last-answer': {
      success: (f) =>
        f['at'] ? `Apple hat die Zuweisung am ${day(f['at'])} bestätigt.` : 'Apple meldet die Zuweisung als erledigt.',
      throttled: (f) => `Apple bittet, mit der Zuweisung zu warten; der nächste Versuch ist am ${day(f['next'])}.`,
      failed: (f) =>
        `Apple hat die Zuweisung mit ${told(f['word'])} beantwortet (${count(f['attempts'], 'Versuch', 'Versuche')}).`,
      'not-accessible': () => 'Apple antwortet, dass dieses Token das Gerät nicht sehen darf.',
      'no-answer': (f) =>
        `Die Antwort von Apple auf die Zuweisung kam nicht an (${count(f['attempts'], 'Versuch', 'Versuche')}).`,
      'never-sent': () => 'Von hier wurde für das Gerät keine Zuweisung gesendet.',
    },
    'stuck-spread': {
      'one-device': () => 'Kein anderes Gerät wartet auf eine Zuweisung dieses Profils.',
      'one-profile': (f) =>
        `${count(f['waiting'], 'Gerät wartet', 'Geräte warten')} auf dieses Profil, eines von ${told(f['profiles'])}.`,
      'only-profile': (f) =>
        `${count(f['waiting'], 'Gerät wartet', 'Geräte warten')} auf das einzige Profil des Tokens.`,
    },
    'profile-known': {
      known: (f) => `Apple kennt das Profil ${told(f['profile'])}.`,
      foreign: (f) => `Apple kennt das Profil ${told(f['uuid'])}; es wurde nicht hier erstellt.`,
      'not-found': (f) => `Apple kennt das Profil ${told(f['profile'] ?? f['uuid'])} nicht mehr.`,
      none: () => 'Das Gerät hat kein Profil.',
    },
    'profile-same': {
      same: (f) => `Apple hat das Profil ${told(f['profile'])} so, wie es gesendet wurde.`,
      differs: (f) =>
        `Apple hat das Profil ${told(f['profile'])} anders, als es gesendet wurde: ${told(f['differs'])}.`,
    },
    'profile-age': {
      newer: (f) => `Das Profil wurde am ${day(f['published'])} veröffentlicht, nach dem Import des Tokens.`,
      'older-than-token': (f) =>
        `Das Profil wurde am ${day(f['published'])} veröffentlicht, vor dem Import des Tokens am ${day(f['imported'])}.`,
    },
    'await-configuration': {
      on: () => 'Das Profil lässt das Gerät warten, bis es als konfiguriert gemeldet wird.',
      off: () => 'Das Profil lässt das Gerät nicht warten.',
    },
    'custom-prompt': {
      on: (f) =>
        f['web']
          ? `Das Profil hat eine eigene Anmeldeseite: ${told(f['web'])}.`
          : 'Das Profil hat eine eigene Eingabeaufforderung.',
      off: () => 'Das Profil hat weder eine eigene Eingabeaufforderung noch eine eigene Anmeldeseite.',
    },
    'web-url': {
      none: () => 'Das Profil hat keine eigene Anmeldeseite.',
      https: (f) => `Die Anmeldeseite ist ${told(f['web'])}.`,
      'not-https': (f) => `Die Anmeldeseite ist nicht https: ${told(f['web'])}.`,
    },
    authentication: {
      on: (f) => `Das Profil ${told(f['profile'])} verlangt eine Anmeldung.`,
      off: (f) => `Das Profil ${told(f['profile'])} verlangt keine Anmeldung.`,
    },
    'group-id': {
      present: (f) => `Die Gruppe ${told(f['group'])} hat die Gruppen-ID ${told(f['groupId'])}.`,
      missing: (f) => `Die Gruppe ${told(f['group'])} hat keine Gruppen-ID.`,
    },
    'apple-hosts': {
      reached: (f) => `Alle ${told(f['hosts'])} Hosts von Apple, die eine Registrierung braucht, wurden erreicht.`,
      dns: (f) => `Der Name ${told(f['host'])} lässt sich nicht auflösen.`,
      blocked: (f) => `${told(f['host'])} ist nicht erreichbar (${told(f['verdict'])}).`,
      tls: (f) => `Die TLS-Verbindung zu ${told(f['host'])} schlägt fehl (${told(f['verdict'])}).`,
      inspected: (f) => `${told(f['host'])} zeigt ein Zertifikat von ${told(f['issuer'])} statt das von Apple.`,
    },
    'captive-portal': {
      none: () => 'Zwischen diesem Computer und dem Internet steht keine Anmeldeseite eines Netzwerks.',
      captive: () => 'Die Anmeldeseite eines Netzwerks antwortet an Stelle von Apple.',
    },
    'push-hosts': {
      reached: (f) => `Der Push-Dienst von Apple wurde erreicht: ${told(f['host'])}.`,
      blocked: (f) => `Der Push-Dienst von Apple ist nicht erreichbar: ${told(f['host'])} (${told(f['verdict'])}).`,
    },
    'enrollment-host': {
      reached: (f) => `${told(f['host'])} antwortet nach ${told(f['ms'])} ms.`,
      dns: (f) => `Der Name ${told(f['host'])} lässt sich nicht auflösen.`,
      blocked: (f) => `${told(f['host'])} ist nicht erreichbar (${told(f['verdict'])}).`,
      tls: (f) => `Die TLS-Verbindung zu ${told(f['host'])} schlägt fehl (${told(f['verdict'])}).`,
      slow: (f) => `${told(f['host'])} antwortet langsam: ${told(f['ms'])} ms.`,
    },
    'enrollment-name': {
      matches: (f) => `Das Zertifikat von ${told(f['host'])} ist für diesen Namen ausgestellt.`,
      differs: (f) => `Das Zertifikat von ${told(f['host'])} ist für einen anderen Namen ausgestellt.`,
    },
    'enrollment-chain': {
      complete: (f) => `${told(f['host'])} sendet die Zertifikatskette vollständig.`,
      incomplete: (f) => `${told(f['host'])} lässt Zertifikate der Kette weg.`,
      expired: (f) => `Ein Zertifikat von ${told(f['host'])} ist zurzeit nicht gültig.`,
      weak: (f) => `${told(f['host'])} bietet nur eine alte Version von TLS an.`,
      'not-https': (f) => `Die Adresse des Profils beginnt nicht mit https: ${told(f['host'])}.`,
    },
    'enrollment-anchors': {
      public: (f) =>
        `Das Zertifikat von ${told(f['host'])} stammt von einer öffentlichen Stelle: ${told(f['issuer'])}.`,
      anchored: (f) =>
        `Das Profil bringt ${count(f['anchors'], 'Zertifikat', 'Zertifikate')} mit, um ${told(f['host'])} zu vertrauen.`,
      'not-anchored': (f) => `Die Zertifikate im Profil passen nicht zu dem, was ${told(f['host'])} zeigt.`,
      private: (f) =>
        `Das Zertifikat von ${told(f['host'])} stammt von einer privaten Stelle, und das Profil bringt keines mit, um ihr zu vertrauen.`,
      inspected: (f) => `Jemand zwischen hier und ${told(f['host'])} setzt ein eigenes Zertifikat ein.`,
    },
    'web-host': {
      reached: (f) => `Die Anmeldeseite antwortet: ${told(f['host'])}.`,
      dns: (f) => `Der Name der Anmeldeseite lässt sich nicht auflösen: ${told(f['host'])}.`,
      blocked: (f) => `Die Anmeldeseite ist nicht erreichbar: ${told(f['host'])} (${told(f['verdict'])}).`,
      tls: (f) => `Die TLS-Verbindung zur Anmeldeseite schlägt fehl: ${told(f['host'])} (${told(f['verdict'])}).`,
      'no-web-url': () => 'Das Profil hat keine eigene Anmeldeseite.',
    },
    'enrollment-answer': {
      profile: (f) => `${told(f['host'])} antwortet nach ${told(f['ms'])} ms mit einem Registrierungsprofil.`,
      'not-a-profile': (f) => `${told(f['host'])} antwortet mit etwas, das kein Profil ist.`,
      'web-page': (f) => `${told(f['host'])} antwortet mit einer Webseite statt mit einem Profil.`,
      unauthorized: (f) => `${told(f['host'])} verlangt Anmeldedaten (HTTP 401).`,
      'update-required': (f) => `${told(f['host'])} antwortet, dass das Gerät erst sein System aktualisieren muss.`,
      'platform-sso': (f) => `${told(f['host'])} antwortet, dass Plattform-SSO erforderlich ist.`,
      'unrecognized-device': (f) => `${told(f['host'])} antwortet, dass es das Gerät nicht kennt.`,
      forbidden: (f) => `${told(f['host'])} lehnt die Anfrage ab (${told(f['finding'])}).`,
      'redirected-away': (f) =>
        `${told(f['host'])} leitet das Gerät an einen Ort, dem es nicht folgen kann (${told(f['finding'])}).`,
      'server-error': (f) => `${told(f['host'])} antwortet mit einem Fehler des Servers.`,
      'timed-out': (f) => `${told(f['host'])} hat nicht rechtzeitig geantwortet.`,
      unreachable: (f) => `${told(f['host'])} wurde nicht erreicht (${told(f['finding'])}).`,
      tls: (f) => `Die TLS-Verbindung zu ${told(f['host'])} schlägt fehl (${told(f['finding'])}).`,
    },
    'enrollment-speed': {
      fast: (f) => `${told(f['host'])} hat nach ${told(f['ms'])} ms vollständig geantwortet.`,
      slow: (f) =>
        `${told(f['host'])} brauchte ${told(f['ms'])} ms für die Antwort; Geräte geben nach etwa 30 Sekunden auf.`,
      'too-slow': (f) => `${told(f['host'])} brauchte länger für die Antwort, als ein Gerät wartet.`,
    },
    'enrollment-profile': {
      good: () => 'Im Registrierungsprofil ist nichts falsch.',
      'no-mdm-payload': () => 'Das Registrierungsprofil hat nicht genau eine MDM-Payload.',
      'no-identity': () => 'Das Registrierungsprofil gibt dem Gerät keine Identität.',
      'wrong-topic': () => 'Das Push-Thema im Registrierungsprofil ist nicht das des Push-Zertifikats.',
      'url-not-https': () => 'Eine Adresse im Registrierungsprofil beginnt nicht mit https.',
      unsigned: () => 'Das Registrierungsprofil ist nicht signiert.',
      'signer-expired': () => 'Das Zertifikat, mit dem das Registrierungsprofil signiert ist, gilt nicht.',
      encrypted: () => 'Das Registrierungsprofil ist für jemand anderen verschlüsselt.',
      unreadable: () => 'Das Registrierungsprofil ist nicht lesbar.',
      'other-fault': (f) => `Das Registrierungsprofil hat einen Fehler (${told(f['finding'])}).`,
    },
    'certificate-authority': {
      reached: () => 'Die Zertifizierungsstelle des Registrierungsprofils antwortet.',
      unreachable: (f) =>
        `Die Zertifizierungsstelle des Registrierungsprofils ist nicht erreichbar: ${told(f['host'])}.`,
      refused: () => 'Die Zertifizierungsstelle des Registrierungsprofils antwortet nicht, wie sie soll.',
      expired: () => 'Ein Zertifikat der Stelle im Registrierungsprofil ist abgelaufen.',
      none: () => 'Die Identität des Geräts kommt mit dem Registrierungsprofil.',
    },
    'file-kind': {
      token: () => 'Die Datei ist ein verschlüsseltes Server-Token.',
      certificate: () => 'Die Datei ist ein Zertifikat oder ein Schlüssel, kein Server-Token.',
      'clear-token': () => 'Die Datei ist ein schon entschlüsseltes Token.',
      'apps-token': () => 'Die Datei ist ein Token für Apps und Bücher.',
      other: () => 'Die Datei ist etwas anderes als ein Server-Token.',
      'no-file': () => 'Es wurde keine Datei angegeben.',
    },
    'file-recipient': {
      ours: () => 'Die Datei wurde für ein Schlüsselpaar dieses Programms erstellt.',
      'not-ours': (f) => `Die Datei wurde für einen anderen Schlüssel erstellt: ${told(f['madeFor'])}.`,
    },
    'file-content': {
      complete: (f) => `Die Datei lässt sich öffnen und gilt bis ${day(f['expiresAt'])}.`,
      damaged: () => 'Die Datei ist abgeschnitten oder verändert.',
      expired: (f) => `Das Token in der Datei ist am ${day(f['expiresAt'])} abgelaufen.`,
    },
    'file-used': {
      free: () => 'Das Token in der Datei ist hier noch nicht verbunden.',
      renewal: (f) => `Das Token in der Datei ist schon verbunden: ${told(f['token'])}.`,
      'other-group': (f) => `Der Server dieses Tokens ist bei einer anderen Gruppe verbunden: ${told(f['token'])}.`,
    },
    'portal-file': {
      imported: (f) =>
        `Am ${day(f['imported'])} wurde ein Export des Portals mit ${count(f['rows'], 'Zeile', 'Zeilen')} importiert.`,
      none: () => 'Es wurde kein Export des Portals importiert.',
    },
    'serial-in-portal': {
      both: (f) => `Die Seriennummer steht im Export des Portals vom ${day(f['imported'])} und in den Aufzeichnungen.`,
      'portal-only': (f) =>
        `Die Seriennummer steht im Export des Portals vom ${day(f['imported'])}, nicht in den Aufzeichnungen.`,
      'console-only': (f) =>
        `Die Seriennummer steht in den Aufzeichnungen, nicht im Export des Portals vom ${day(f['imported'])}.`,
      neither: () => 'Die Seriennummer steht weder im Export des Portals noch in den Aufzeichnungen.',
    },
    'portal-server': {
      this: (f) => `Der Export des Portals nennt diesen Server: ${told(f['server'])}.`,
      other: (f) => `Der Export des Portals nennt einen anderen Server: ${told(f['server'])}.`,
      unassigned: () => 'Der Export des Portals nennt keinen Server dafür.',
    },
  },
  unknown: {
    offline: 'Nicht gefragt: Diese Diagnose arbeitet offline.',
    'vault-locked': 'Nicht gefragt: Der Tresor ist gesperrt.',
    'no-device': 'Über diese Seriennummer ist hier nichts bekannt.',
    'no-token': 'Es ist kein Token verbunden, mit dem gefragt werden könnte.',
    'no-profile': 'Es ist kein Profil bekannt, das betrachtet werden könnte.',
    'no-address': 'Das Profil hat keine Adresse, die gefragt werden könnte.',
    'no-file': 'Es wurde keine Datei angegeben.',
    'not-told': 'Was bekannt ist, gibt darüber keine Auskunft.',
    'not-asked': 'Nicht gefragt.',
    failed: 'Es ließ sich nicht lesen.',
    'timed-out': 'Es kam rechtzeitig keine Antwort.',
  },
  failed: (f: EvidenceFacts) => `Es ließ sich nicht lesen (${told(f['code'])}).`,
  person: (option: string) => `Beantwortet: ${option}.`,
  pasted: (excerpt: string) => `Im eingefügten Text gefunden: ${excerpt}`,
  pastedNothing: 'Im eingefügten Text wurde nichts Bekanntes gefunden.',
  pastedSkipped: 'Es wurde kein Text eingefügt.',
  sources: {
    records: 'Aufzeichnungen dieses Programms',
    'token-file': 'Token-Datei',
    'portal-csv': 'Export des Portals',
    'apple-account': 'Konto bei Apple',
    'apple-details': 'Gerät bei Apple',
    'apple-profile': 'Profil bei Apple',
    'probe-apple': 'Netzwerkprüfung der Hosts von Apple',
    'probe-enrollment': 'Netzwerkprüfung des Registrierungsservers',
    rehearsal: 'geprobte Registrierung',
    person: 'eine Person',
    'pasted-text': 'eingefügter Text',
  },
}
