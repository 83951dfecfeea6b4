import { englishDocuments } from './documents-en.ts'
import type { GovernWording } from './govern-wording.ts'

export const english: GovernWording = {
  due: 'What is due',
  nothingDue: 'Nothing is due.',
  what: 'What',
  by: 'Due by',
  late: 'late',
  registers: 'Registers',
  inventory: 'Which data there are',
  countsElsewhere: 'A dash: how many records another country has is told in that country.',
  inventoryLead:
    'Each dataset: whose it is, how much of it there is, with whom it is shared and what was made from it.',
  audit: 'Audit log',
  newRequest: 'Enter a request',
  back: 'Data protection',
  document: 'Document',
  version: 'Version',
  standing: 'State',
  standings: {
    unsigned: 'not signed',
    'half-signed': 'signed by one party',
    waiting: 'waits for approval',
    approved: 'approved',
    open: 'open; the authority knows',
    closed: 'closed',
    answered: 'answered',
    told: 'told',
    acknowledged: 'acknowledged',
    'not-yet': (by) => `in force from ${by}`,
    'in-force': (by) => `in force until ${by}`,
    'ending-soon': (by) => `ends soon: in force until ${by}`,
    'to-be-ended': (by) => `in force; ends early on ${by}`,
    over: (by) => `expired on ${by}`,
    ended: (by) => `ended early on ${by}`,
    revoked: (by) => `withdrawn on ${by}`,
    'not-approved': (by) => `closed on ${by} without approval`,
    due: (by) => `due by ${by}`,
    late: (by) => `overdue since ${by}`,
  },
  changed: 'Changed',
  none: 'There are none yet.',
  kinds: {
    access: 'Access',
    correction: 'Correction',
    restriction: 'Restriction',
    erasure: 'Erasure',
  },
  states: {
    received: 'Received, identity not checked',
    verified: 'Identity checked',
    done: 'Done',
    refused: 'Refused',
  },
  abouts: {
    correction: 'Corrected',
    erasure: 'Erased',
    restriction: 'Restricted',
    lifting: 'Restriction lifted',
  },
  request: {
    kind: 'What the person asks for',
    state: 'State',
    received: 'Received on',
    owner: 'Institution',
    ownerHint: 'The one that owns the records.',
    records: 'Records',
    waits: 'In forms, not handed in',
    checked: 'Identity checked by',
    lifted: 'Lifted on',
    notices: 'Notices to recipients',
    recipient: 'Recipient',
    told: 'Told',
    acknowledged: 'Acknowledged',
    markTold: 'Note that it was sent',
    markAcknowledged: 'Note that it was acknowledged',
    search: 'Find the person’s records',
    searchLead:
      'What agrees in all that you give is found; what leaves something open, and what linkage ties to it, is offered apart. What you look for is not kept; that you looked is.',
    document: 'Number of the document',
    given: 'Given names',
    family: 'Family names',
    birth: 'Date of birth',
    find: 'Find',
    found: (records) =>
      records === 0
        ? 'No record found.'
        : records === 1
          ? '1 record found.'
          : `${records} records found.`,
    waiting: (entries) =>
      entries === 1
        ? 'Another waits in a form; it is held back until you answer.'
        : `Another ${entries} wait in forms; they are held back until you answer.`,
    elsewhere: (country) => `The data protection officer of that country answers it: ${country}.`,
    tied: 'Records that do not say all that you looked for',
    tiedLead:
      'Those that are ticked enter the request. Of the doubtful ones you decide, one by one: to give out, correct or erase another person’s record is a harm too.',
    tiedCount: (records) => (records === 1 ? '1 record' : `${records} records`),
    tiedOne: (batch, record) => `batch ${batch}, record ${record}`,
    ties: {
      open: () => 'Nothing in it contradicts what was looked for; the rest it leaves open.',
      linked: (probability) =>
        probability === null
          ? 'Linkage ties it to the person, beyond reasonable doubt.'
          : `Linkage ties it to the person with probability ${percent(probability)}: check it.`,
      document: () => 'The same document number, but another name or day of birth: check it.',
      possible: (probability) =>
        `Linkage could not decide (probability ${percent(probability ?? 0)}): check it.`,
    },
    identityTitle: 'Have you checked that whoever asks is this person?',
    identity: 'Yes, I have checked it.',
    identityPending:
      'Not yet. The request is entered as received and its deadline runs; nothing is looked for, read or changed until it is checked.',
    needsIdentity: 'Say whether you have checked that whoever asks is this person.',
    pendingLead:
      'It is not checked yet that whoever asks is this person. The deadline runs from receipt; until it is checked nothing is looked for, read or changed.',
    markChecked: 'Note that I have checked the identity',
    closeUnproved: 'Close it: the identity could not be established',
    closeHint:
      'Without names: the register does not forget. Say what was asked for to establish it, and what was missing; the person is given this reason and may ask again.',
    save: 'Enter the request',
    needsRecords: 'Look for the person first.',
    noneFound:
      'If you have looked by all that names the person, enter the request all the same: it is answered by its deadline that nothing is held.',
    noneNamed:
      'This request names no record. Look for the person again before you answer: something may have come in meanwhile.',
    nameLead: 'Where these are the person’s records, name them in the request; then it can be met.',
    name: 'Name them in the request',
    noneHeldLead:
      'The node looks once more, by the document alone and by the names alone. Where it finds nothing either, the request is settled and you get a signed answer for the person. Where names were erased, or never came, nobody can be looked for: the answer says how many records these are.',
    noneHeld: 'Answer that nothing is held',
    noneDone: 'Done. The person can be given the signed answer.',
    noneCertificate: 'Answer: nothing is held',
    unsearched: (records, files) => {
      const bare = records === 1 ? '1 record without names' : `${records} records without names`
      const sent = files === 1 ? '1 file not imported' : `${files} files not imported`
      const where = [...(records > 0 ? [bare] : []), ...(files > 0 ? [sent] : [])].join(' and ')
      return `Nobody could be looked for in ${where}. The signed answer says so; explain it to the person.`
    },
    access: 'Give access',
    accessLead:
      'Shows every field of the records and who was given them, to be printed or saved. Hand it over, then delete it.',
    accessAgain: 'Show again',
    accessAgainLead:
      'The answer was given already. Where it was lost on the way it can be shown again; that is noted.',
    givenOn: (day) => `What is held of the person, on ${day}`,
    givenOnce:
      'It is on this page alone: print or save it before you leave. Hand it to the person and keep no copy.',
    print: 'Print',
    saveAnswer: 'Save for programs (JSON)',
    recordNumber: 'Number of the record',
    recordOf: (number, dataset) => `Record ${number} (${dataset})`,
    waitsIn: (form) => `In the form “${form}”, not handed in`,
    givenLead: (owner, records, waiting) => {
      const held = records === 1 ? '1 record' : `${records} records`
      const forms = waiting === 1 ? '1 form not handed in' : `${waiting} forms not handed in`
      const what = [...(records > 0 ? [held] : []), ...(waiting > 0 ? [forms] : [])].join(' and ')
      return `${owner} answers you: this node holds of you ${what}. Below is all that they say.`
    },
    givenRights:
      'You may ask the same institution to correct what is not true, to restrict its use or to erase it, and you may complain there.',
    givenTo: 'Who was given them',
    givenToNobody: 'Nobody.',
    erasure: 'Erase for good',
    erasureLead:
      'The records go from batches, persons, journeys and cubes. It cannot be undone. Make a backup afterwards.',
    restriction: 'Restrict',
    restrictionLead: 'The records are set aside: they count nowhere until you lift it.',
    lift: 'Lift the restriction',
    because: 'Why',
    correction: 'Correct',
    correctionLead: 'Choose the field that is wrong, and write or choose what it should say.',
    field: 'Field',
    value: 'Right value',
    noValue: 'It should have no value',
    fieldTwice: (field) => `${field}: it is chosen above already`,
    certificateLead:
      'It says of which request it is, how many records were erased and on which day, and the node signs it; it names nobody.',
    noneCertificateLead:
      'It says where and by which fields the person was looked for and on which day, and the node signs it; it names nobody.',
    certificate: 'Certificate of erasure',
    saveCertificate: 'Save the certificate',
    outcome: 'Outcome',
    refuse: 'Do not meet the request',
    refuseHint: 'Without names: the register does not forget. The person is given this reason.',
    done: 'Done. What was made from the records is being made anew.',
  },
  notices: {
    lead: 'What became of records that were given to others: whoever has them corrects, sets aside or erases them too.',
    open: 'Not acknowledged yet',
    settled: 'Acknowledged',
    nothing: 'There are none.',
    notSent: 'Not sent yet',
    publisher: 'Publisher of this node',
    request: 'request',
    through: { agreement: 'Agreement', release: 'Release', transfer: 'Transfer' },
  },
  documents: englishDocuments,
  retention: {
    title: 'Retention periods',
    lead: 'Each processing activity says for how long names and records are kept. Here is what has reached the end of its period and is to be erased.',
    nothing: 'Nothing is past its retention period.',
    count: (things) =>
      things === 1
        ? '1 item is past its retention period.'
        : `${things} items are past their retention period.`,
    dataset: 'Dataset',
    batch: 'File',
    what: 'What goes',
    since: 'Since',
    kinds: {
      identities: 'Names',
      records: 'Names and records',
      entries: 'Records that wait in a form',
      drafts: 'Drafts of forms',
      files: 'Files sent in and not imported',
    },
    caution:
      'It cannot be undone. Figures that were released stay; what is counted next counts without it. Make a backup afterwards.',
    erase: 'Erase for good',
    eraseOwn: 'Erase what is of your country for good',
    erased: (things) =>
      things === 1 ? 'Erased 1 item of the list.' : `Erased ${things} items of the list.`,
    runs: 'What was erased',
    runsLead: 'The node looks every day and erases by itself; each erasure is in the audit log.',
    noRun: 'The node has not looked yet.',
    when: 'When',
    whose: { daily: 'By itself', 'by-hand': 'By hand' },
    outcomes: {
      running: 'Going on',
      done: 'Done',
      held: 'Held: nothing erased',
      failed: 'Failed',
    },
    outcome: 'How it went',
    nothingErased: 'Nothing',
    ofOthers: 'Of institutions of another country',
    onlyOthers:
      'What has been kept long enough is of institutions of other countries: their officers erase it, or the node by itself in its daily run.',
    left: (things) =>
      things === 1
        ? '1 item of other countries was left.'
        : `${things} items of other countries were left.`,
    of: (batch, dataset) => `file ${batch} (${dataset})`,
    unscheduled: (datasets) =>
      `No activity says for how long these are kept, so nothing of them is erased: ${datasets}. Enter each in the register of datasets with its activity.`,
    backups: 'Backups',
    noBackup: 'No backup is known to be kept. An administrator makes one with “caudal backup”.',
    newestBackup: (at) => `The newest backup is of ${at}.`,
    oldBackup: 'That is longer ago than a day and a half.',
    keptBackups: (count, oldest) =>
      count === 1 ? '1 is kept.' : `${count} are kept; the oldest is of ${oldest}.`,
    holdErased:
      'Backups from before hold what was erased since, encrypted. It is gone from them once they are removed: “caudal backup … --keep” does that.',
  },
  waiting: {
    title: 'What waits outside of batches',
    lead: 'Records entered by forms and files sent in that are no batch yet: encrypted, within the reach of requests of persons, and erased in their time.',
    what: 'What',
    count: 'How many',
    owner: 'Owner',
    held: 'Held by requests',
    oldest: 'The oldest',
    keptUntil: 'Erased from',
    noEnd: 'Nobody has said',
    files: 'Files sent in',
    processed: 'What is held under this activity',
    nothingProcessed: 'Nothing at this moment.',
  },
  held: {
    dataset: 'Dataset',
    owner: 'Owner',
    nobody: 'Nobody has said',
    batches: 'Batches',
    records: 'Records',
    withNames: 'With names',
    withheld: 'Set aside',
    erased: 'Erased',
    shared: 'Shared with',
    used: 'Cubes and releases',
  },
  log: {
    lead: 'Who did what, when and for which purpose. The log names records by numbers and holds nothing that they say.',
    when: 'When',
    who: 'Who',
    what: 'What',
    purpose: 'Purpose',
    outcome: 'Outcome',
    outcomes: {
      allow: 'Allowed',
      mask: 'Given in part',
      refuse: 'Refused',
      done: 'Done',
      failed: 'Failed',
    },
    vias: {
      person: 'Person',
      token: 'Program',
      job: 'Job',
      terminal: 'Terminal',
      anonymous: 'Nobody signed in',
    },
    older: 'Older entries',
    newest: 'Newest entries',
    entries: (size) => `${size} entries in all.`,
    entry: (index) => `Entry ${index}`,
    proved: 'This entry is in the log, unchanged.',
    notProved: 'This entry is not proved: the log was changed, or the answer is wrong.',
    provedLead: (size) =>
      `Your browser has just computed the root of the log from the entry and compared it with the checkpoint of ${size} entries that the node has signed.`,
    text: 'The entry as it is logged',
    checkpoint: 'Signed checkpoint',
    signature: 'Signature of the checkpoint',
    signatures: {
      good: 'The checkpoint is signed by this key.',
      bad: 'The checkpoint is not signed by this key: do not trust it.',
      unknown: 'This browser cannot check such a signature. “caudal audit verify” can.',
    },
    signatureLead:
      'Your browser has checked the signature by the key below, which the node itself told. Compare it with the one that you were given when the log began.',
    keptKey: 'Key that you keep',
    keptKeyHint: 'Put it here, and the signature is checked by it and not by the node’s word.',
    path: 'Hashes from the entry to the root',
  },
}

/** A probability as a whole percentage, never rounded up to certainty. */
function percent(probability: number): string {
  return `${Math.min(99, Math.floor(probability * 100))}%`
}
