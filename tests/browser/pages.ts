/** One page of each type, and what must be done on it to see each of its states. */
export const PAGES = {
  home: '/',
  frameworks: '/frameworks/',
  framework: '/frameworks/rotherham-practice-standards/',
  module: '/frameworks/rotherham-practice-standards/timely-intervention/',
  scenarios: '/scenarios/',
  scenario: '/scenarios/late-on-his-birthday/',
  fiveMinutes: '/five-minutes/',
  goodPractice: '/good-practice/',
  myLearning: '/my-learning/',
  author: '/author/',
  coverage: '/coverage/',
  about: '/about/',
  notFound: '/no-such-page/',
} as const;
