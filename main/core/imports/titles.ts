import type { ImportField } from '../../../shared/model/import.ts'

/**
 * Titles of columns, as `normaliseTitle` leaves them, the best first: of two columns that fit the better title wins.
 * No vendor states the header of its exports, so these are titles seen in public tools and scripts, names of fields of
 * Apple's and the console's interfaces, our own titles, and the same in German.
 */
const TITLES: Readonly<Record<ImportField, readonly string[]>> = {
  serial: words(`serialnumber serial serialno serialnum deviceserialnumber deviceserial sn numerodeserie seriennummer
    seriennr geräteseriennummer gerätseriennummer serialnr`),
  deviceType: words('devicetype productfamily devicefamily devicemodelgroup type gerätetyp gerätefamilie typ'),
  model: words(`model devicemodel modelname modell gerätemodell modellname producttype description productdescription
    beschreibung`),
  capacity: words('capacity storage devicecapacity kapazität speicher speicherplatz'),
  color: words('color colour farbe'),
  status: words('status assignmentstatus axmdevicestatus mdmassignment zuweisungsstatus'),
  mdmServer: words(`mdmserver assignedmdmserver devicemanagementserver devicemanagementservice assignedto servername
    managedby server mdmserver zugewiesenerserver geräteverwaltungsdienst zugewiesenzu`),
  source: words('purchasesource purchasesourcetype devicesource addedby source quelle kaufquelle hinzugefügtvon'),
  orderNumber: words('ordernumber orderid ponumber order bestellnummer auftragsnummer'),
  partNumber: words('partnumber mpn sku teilenummer'),
  addedOn: words('addedtoorg addedtoorgdatetime dateadded addeddate addedon added hinzugefügtam hinzugefügt'),
  updatedOn: words('updateddatetime lastupdated datemodified updated aktualisiertam aktualisiert'),
  assignedOn: words('assigneddate dateassigned assigned zugewiesenam'),
  released: words('releasedfromorgdatetime released freigegebenam'),
  imei: words('imei imei1 imei2'),
  meid: words('meid'),
  eid: words('eid'),
  wifiMac: words('wifimac wifimacaddress wlanmacadresse macaddress macadress macadresse'),
  btMac: words('bluetoothmac bluetoothmacaddress'),
  ethMac: words('ethernetmac ethernetmacaddress builtinethernetmacaddress'),
  friendlyName: words(`friendlyname devicefriendlyname anzeigename devicename gerätename generalinfo
    allgemeineinformationen devicereportedname name`),
  user: words('username user enrollmentuser enrollmentusername benutzername benutzer registrierungsbenutzer owner'),
  email: words('email emailaddress useremailaddress useremail emailadresse mail'),
  organizationGroup: words(`organizationgroup organizationgroupname locationgroup locationgroupname og
    organisationsgruppe locationgroupidname`),
  groupId: words('groupid gruppenid'),
  platform: words('platform plattform os operatingsystem betriebssystem'),
  osVersion: words('osversion version betriebssystemversion'),
  ownership: words('ownership deviceownership ownershiptype besitz besitztyp eigentümer'),
  enrollmentStatus: words('enrollmentstatus enrollment registrierungsstatus'),
  tokenStatus: words('tokenstatus tokenzustand'),
  complianceStatus: words('compliancestatus compliance konformitätsstatus konformität'),
  tokenType: words('tokentype tokentyp'),
  profile: words('profilename depprofile enrollmentprofile profile profilname profil'),
  profileStatus: words('profilestatus'),
  assetNumber: words('assetnumber assettag asset inventarnummer anlagennummer'),
  udid: words('udid'),
  firstSeen: words('firstseen registeredon registrationdate zuerstgesehen registriertam'),
  lastSeen: words('lastseen lastcontact zuletztgesehen letzterkontakt consolelastseen'),
}

const BY_TITLE: ReadonlyMap<string, { readonly field: ImportField; readonly rank: number }> = new Map(
  (Object.entries(TITLES) as [ImportField, readonly string[]][]).flatMap(([field, titles]) =>
    titles.map((title, rank) => [title, { field, rank }] as const),
  ),
)

/** Capital letters, blanks and signs do not count; neither does how an umlaut was typed. */
export function normaliseTitle(title: string): string {
  return title
    .slice(0, 200)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_\-.#/()'"=:*\p{Cc}\p{Cf}]+/gu, '')
    .replace(/^ger(?:ae|a)t/, 'gerät')
}

export function fieldOfTitle(title: string): ImportField | undefined {
  return BY_TITLE.get(normaliseTitle(title))?.field
}

/** How well a title fits its field: 0 is best. */
export function rankOfTitle(title: string): number {
  return BY_TITLE.get(normaliseTitle(title))?.rank ?? Infinity
}

function words(text: string): readonly string[] {
  return text.split(/\s+/)
}
