import { today } from '../../src/platform/clock.ts';
import { yearsBefore } from '../support/days/days.ts';

/** Somebody who comes to the form: what they know and want, in the words that they would use. All invented. */
export interface Person {
  who: string;
  /** Of a poster or a link that led here. */
  query?: string;
  /** undefined: they ask for themselves. */
  helper?: Helper;
  practice: PracticeKnown;
  livesInBorough: 'yes' | 'no' | 'notSure';
  /** Told only where the form asks for it. */
  homePostcode?: string;
  /** Slugs of content/lists/needs.yaml. */
  needs: readonly string[];
  summary?: string;
  phone?: string;
  email?: string;
  contactBy: readonly ('call' | 'text' | 'emailWay')[];
  voicemail?: 'yes' | 'no';
  bestTime?: string;
  safetyNote?: string;
  /** A slug of content/lists/languages.yaml. */
  language?: string;
  interpreter?: 'yes' | 'no';
  accessNeeds?: string;
  fullName: string;
  bornOn: string;
  /** What they get wrong at first. */
  mistakes?: { forgetsBorough: true; phone: string; year: string };
  /** Why the service is not for them; undefined: their request is sent. */
  stop?: 'no-permission' | 'not-registered' | 'outside-borough' | 'under-16';
}

interface Helper {
  name: string;
  relationship: string;
  contact: string;
  agreed: 'yes' | 'no';
}

/** `shown`: chosen by the link that led here. `types`: a name, a street or a postcode. */
type PracticeKnown =
  | 'notSure'
  | 'notRegistered'
  | { shown: string }
  | { types: string; is: string };

const age = (years: number) => yearsBefore(today(), years);
const mission: PracticeKnown = { types: 'Mission', is: 'The Mission Practice' };

const forThemselves: readonly Person[] = [
  {
    who: 'an anxious resident who knows her practice by an old name',
    practice: { types: 'Island Medical Centre', is: 'Roserton Street Surgery' },
    livesInBorough: 'yes',
    needs: ['mental-wellbeing'],
    summary: 'I lie awake and count the cracks in the ceiling.',
    phone: '07700 900111',
    contactBy: ['text'],
    voicemail: 'no',
    bestTime: 'after ten in the morning',
    fullName: 'Testina Worrall',
    bornOn: age(41),
  },
  {
    who: 'a man who types a street, makes three mistakes and corrects them',
    practice: { types: 'Gill Street', is: 'The Limehouse Practice' },
    livesInBorough: 'yes',
    needs: ['money-debt', 'homelessness'],
    phone: '07700 900122',
    contactBy: ['call'],
    voicemail: 'yes',
    fullName: 'Tester Slipwright',
    bornOn: age(58),
    mistakes: { forgetsBorough: true, phone: '0770', year: '68' },
  },
  {
    who: 'a woman who types her postcode',
    practice: { types: 'E14 9QH', is: 'Roserton Street Surgery' },
    livesInBorough: 'yes',
    needs: ['loneliness'],
    phone: '020 7946 0133',
    contactBy: ['call', 'text'],
    bestTime: 'not at lunch time',
    fullName: 'Exampla Millwater',
    bornOn: age(73),
  },
  {
    who: 'a man who is sure neither of his practice nor of the borough',
    practice: 'notSure',
    livesInBorough: 'notSure',
    homePostcode: 'E1 4DG',
    needs: ['food'],
    phone: '07700 900144',
    contactBy: ['call'],
    fullName: 'Sample Driftwood',
    bornOn: age(29),
  },
  {
    who: 'somebody who is not registered with a practice',
    practice: 'notRegistered',
    livesInBorough: 'yes',
    homePostcode: 'E14 9QH',
    needs: [],
    contactBy: [],
    fullName: 'Novus Arrivalson',
    bornOn: age(33),
    stop: 'not-registered',
  },
  {
    who: 'somebody who lives in another borough',
    practice: mission,
    livesInBorough: 'no',
    needs: [],
    contactBy: [],
    fullName: 'Farley Elsewhere',
    bornOn: age(45),
    stop: 'outside-borough',
  },
  {
    who: 'a woman whose phone is read by somebody she fears',
    practice: mission,
    livesInBorough: 'yes',
    needs: ['domestic-abuse'],
    summary: 'I need to talk where nobody hears it.',
    email: 'quiet.garden@mail.example',
    contactBy: ['emailWay'],
    safetyNote: 'My partner reads my phone. Never ring. Call me Petra.',
    fullName: 'Petronella Hushby',
    bornOn: age(36),
  },
  {
    who: 'a Sylheti speaker who comes from a poster and writes Bengali',
    query: '?practice=f84030',
    practice: { shown: 'Ruston Street Clinic' },
    livesInBorough: 'yes',
    needs: ['benefits', 'loneliness'],
    summary: 'আমি ঘরে একা থাকি আর ফর্ম পূরণ করতে পারি না।',
    phone: '০২০ ৭৯৪৬ ০১৮৮',
    contactBy: ['call'],
    voicemail: 'yes',
    language: 'syl',
    interpreter: 'yes',
    accessNeeds: 'সিঁড়ি ছাড়া ঘর',
    fullName: 'পরীক্ষা খাতুন',
    bornOn: age(67),
  },
  {
    who: 'a young person of fifteen who asks for themself',
    practice: mission,
    livesInBorough: 'yes',
    needs: ['young-people'],
    phone: '07700 900155',
    contactBy: ['text'],
    fullName: 'Teeny Testerling',
    bornOn: age(15),
    stop: 'under-16',
  },
];

const forAnother: readonly Person[] = [
  {
    who: 'a navigator who asks for a client with permission',
    helper: {
      name: 'Navi Gatorsen',
      relationship: 'community navigator',
      contact: '020 7946 0166',
      agreed: 'yes',
    },
    practice: { types: 'Jubilee', is: 'The Jubilee Street Practice' },
    livesInBorough: 'yes',
    needs: ['money-debt', 'english-classes'],
    summary: 'He would like somebody beside him when the letters are opened.',
    phone: '07700 900166',
    contactBy: ['call'],
    voicemail: 'no',
    language: 'so',
    interpreter: 'yes',
    fullName: 'Clientus Pretendwell',
    bornOn: age(52),
  },
  {
    who: 'a daughter who has not asked her father',
    helper: {
      name: 'Dotty Eagerly',
      relationship: 'daughter',
      contact: '07700 900177',
      agreed: 'no',
    },
    practice: mission,
    livesInBorough: 'yes',
    needs: [],
    contactBy: [],
    fullName: 'Fathrick Eagerly',
    bornOn: age(80),
    stop: 'no-permission',
  },
  {
    who: 'a mother who asks for her child of twelve',
    helper: {
      name: 'Mumtest Bellweather',
      relationship: 'mother',
      contact: 'mum.bellweather@mail.example',
      agreed: 'yes',
    },
    practice: { types: 'Chrisp Street', is: 'The Chrisp Street Health Centre' },
    livesInBorough: 'yes',
    needs: ['young-people'],
    phone: '07700 900199',
    contactBy: ['call'],
    voicemail: 'no',
    safetyNote: 'Please ring after school and ask for Mum first.',
    fullName: 'Kiddo Bellweather',
    bornOn: age(12),
  },
];

export const people: readonly Person[] = [...forThemselves, ...forAnother];
