import type { TabLocks } from '../lrs/one-tab.ts';

/**
 * Claims a registration for this page. The latest launch is the one that counts, so it takes the claim from any earlier page
 * in this browser. Where a browser has no locks, the LMS tells the earlier page by its refusals.
 * @param onLost hears that a later page took over
 * @returns how to give the claim up
 */
export async function claimRegistration(locks: TabLocks | undefined, name: string, onLost: () => void): Promise<() => void> {
  let release: () => void = () => undefined;
  if (!locks) return release;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let isReleased = false;
  await new Promise<void>((settled) => {
    let isHeld = false;
    const claim = async () => {
      isHeld = true;
      settled();
      await held;
      isReleased = true;
    };
    const refuse = () => {
      if (isHeld && !isReleased) onLost();
      settled();
    };
    // A frame of no origin may not even ask.
    Promise.resolve()
      .then(() => locks.request(`cmi5:${name}`, { steal: true }, claim))
      .catch(refuse);
  });
  return release;
}
