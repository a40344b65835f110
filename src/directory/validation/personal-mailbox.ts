/**
 * Whether a mailbox seems to be one person's: we publish an organisation's mailboxes, not people's.
 * yes: a known first name and a surname, an initial and a surname, or a first name at a mail provider
 * that anyone can use. perhaps: two words that could be a name, a known first name alone, or any other mailbox
 * at such a provider, as small groups have. no: a role, a team, a place.
 */
export function seemsPersonal(email: string): 'yes' | 'perhaps' | 'no' {
  const [mailbox = '', domain = ''] = email.split('@');
  const pieces = mailbox.replace(/\d+$/, '').split(/[._-]/);
  const [first = '', second = ''] = pieces;
  const named = FIRST_NAMES.has(first.toLowerCase());
  const isFree = FREE_MAIL.test(domain);
  if (pieces.length === 1 && named) return isFree ? 'yes' : 'perhaps';
  const otherwise = isFree || beginsWithName(mailbox) ? 'perhaps' : 'no';
  if (pieces.length === 1) return otherwise;
  if (pieces.length > 2 || !pieces.every((piece) => /^[a-z]+$/i.test(piece))) return otherwise;
  if (named) return 'yes';
  if (ROLE.test(mailbox)) return otherwise;
  if (first.length === 1 && second.length > 2) return 'yes';
  // Abbreviations, as in Elft.THCLDS, are teams; words joined by a hyphen, as in be-well, are names of services.
  const abbreviated = pieces.some((piece) => piece === piece.toUpperCase());
  return abbreviated || mailbox.includes('-') ? otherwise : 'perhaps';
}

/** Whether a word is a first name that is common in east London. */
export function isFirstName(word: string): boolean {
  return FIRST_NAMES.has(word.toLowerCase());
}

// 'sarahsmith', but not 'annexe' or 'samaritans': a whole surname's length has to follow, and no role.
function beginsWithName(mailbox: string): boolean {
  const word = mailbox.toLowerCase().replace(/[^a-z].*$/, '');
  if (ROLE.test(mailbox)) return false;
  return [...FIRST_NAMES].some(
    (name) => name.length >= 5 && word.startsWith(name) && word.length - name.length >= 3,
  );
}

const ROLE =
  /(info|contact|enquir|inquir|hello|help|admin|office|team|support|service|event|book|reserv|hub|centre|center|referral|advice|hous|volunteer|communit|member|customer|feedback|duty|train|learn|school|youth|family|families|children|women|project|club|group|church|trust|charity|garden|farm|food|change|health|care|carer|welcome|reception|secretary|chair|treasurer|manager|press|media|fundrais|local|london|east|hamlets|poplar|bow)/i;

const FREE_MAIL =
  /^(gmail|googlemail|hotmail|outlook|live|yahoo|icloud|me|aol|btinternet|proton|protonmail|sky|talktalk|virginmedia)\./i;

// Common in east London. A name that is missing here is a 'perhaps'.
const FIRST_NAMES = new Set(
  `abdi abdul abdullah abdullahi adam ahmed aisha alan alex ali alice amina amy andrew angela anita
  anna anne anthony ayesha barbara ben brian carol catherine charlotte chris christine christopher
  claire colin daniel david deborah diana dominic donna edward elizabeth emily emma farah farhana
  fatima faisal fiona frances fran gary george grace graham hamza hannah hassan hawa helen henry
  hodan hussein ian ibrahim imran ismail jack jacqueline jake james jamal jane janet jason jean
  jennifer jenny jessica jim joan joanna joanne joe john jonathan joseph judith julia julie karen
  karim kate katherine kathleen katie keith kelly ken kevin khadija khadra laura lauren lee leila
  leyla linda lisa louise lucy luke maggie margaret maria mariam mark martin mary maryam matthew
  michael michelle mike mohamed mohammad mohammed muhammad muna nadia nasima nasrin natalie nathan
  nazma neil nicola nick nicholas nigel nora oliver olivia omar pamela patricia patrick paul pauline
  peter philip rachel rahim rahima rebecca richard robert roger rosie ruth rukhsana ruksana
  sabina sadia sahra salma sam samantha samira sandra sara sarah shabnam shafiq shahid shamima sharon
  sheila shirin simon sophie stephen steve steven sue sultana susan suzanne tahmina tania tariq
  teresa thomas tim tina tom tony tracy victoria wendy william yasmin yusuf zahra zainab zara zoe`.split(
    /\s+/,
  ),
);
