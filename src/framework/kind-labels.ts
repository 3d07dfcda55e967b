import type { ElementKind } from './framework.ts';

/** What people read for a kind of element: one of them, and many. */
export const KIND_LABELS: Readonly<Record<ElementKind, { one: string; many: string }>> = {
  value: { one: 'Value', many: 'Values' },
  standard: { one: 'Practice standard', many: 'Practice standards' },
  principle: { one: 'Principle', many: 'Principles' },
  pillar: { one: 'Pillar of practice', many: 'Pillars of practice' },
  objective: { one: 'Objective', many: 'Objectives' },
  belief: { one: 'Belief', many: 'Beliefs' },
  behaviour: { one: 'Behaviour', many: 'Behaviours' },
  'quality-indicator': { one: 'Quality indicator', many: 'Quality indicators' },
};
