import type { Fault, FaultPlan } from './fault-proxy.ts';

/** Those that pass by themselves. `401` is not one of them: it stops a sender until somebody does something. */
export const PASSING_FAULTS: readonly Fault[] = ['drop-before', 'reset', 'drop-after', 'cut', 'truncate', 'duplicate', 'delay', '429', '500', '502'];

/** About `share` of all requests meet a fault, each kind as often as another. @param longest delay in milliseconds */
export function planFaults(random: () => number, { share = 0.5, faults = PASSING_FAULTS, longest = 1500 }: { share?: number; faults?: readonly Fault[]; longest?: number } = {}): FaultPlan {
  return () => {
    const [isMeant, which, delay] = [random() < share, random(), Math.floor(random() * longest)];
    const fault = faults[Math.floor(which * faults.length)];
    return isMeant && fault ? { fault, delay } : undefined;
  };
}
