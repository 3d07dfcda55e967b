import { findElement } from '../../components/find-element.ts';
import { makeElement } from '../../components/make-element.ts';
import { readTrackedCourse } from '../../components/read-tracked-course.ts';
import { provideLearnerRecord } from '../../components/record/learner-record.ts';
import type { TrackedCourse } from '../../course/tracked-course.ts';
import { openRecord, type LearnerRecord } from '../../record/learner-record.ts';
import { NotConnectedError, type Connection, type ConnectionStatus, type Exit } from '../../tracking/connection.ts';
import { lendRecord } from '../../tracking/shared-record.ts';

/** From the time that the page is connected. */
interface Visit {
  record: LearnerRecord;
  /** How the connection stood last. */
  status: ConnectionStatus;
}

/**
 * Starts a page of a package: connects, hands the record to the page and to those in its frames, and tells the learner how the
 * connection stands. Where there is nothing to connect to, the page works and says so.
 */
export function startPackage(connect: (course: TrackedCourse) => Promise<Connection>): void {
  findElement(document, '[data-not-started]').hidden = true;
  say('Connecting to your learning system…');
  const record = openFor(connect(readTrackedCourse()));
  lendRecord(record);
  void record.then(provideLearnerRecord);
}

async function openFor(connecting: Promise<Connection>): Promise<LearnerRecord> {
  let connection: Connection;
  try {
    connection = await connecting;
  } catch (error) {
    return openUnconnected(error);
  }
  const record = await openRecord(connection.environment);
  connection.report(record);
  const visit: Visit = { record, status: { state: 'connected' } };
  connection.subscribe((status) => {
    visit.status = status;
    showStatus(visit);
  });
  if (connection.exit) offerExit(visit, connection.exit.bind(connection));
  return record;
}

/** Says why nothing is recorded. What a learner does stays in this browser, apart from what it keeps for the site itself. */
export function openUnconnected(error: unknown): Promise<LearnerRecord> {
  if (!(error instanceof NotConnectedError)) reportError(error);
  const reason = error instanceof NotConnectedError ? error.message : 'Your learning system could not be reached, so nothing is recorded there. Open the module from it again.';
  say(`${reason} You can still work through this: what you do then stays in this browser.`, 'unconnected');
  return openRecord({ database: 'unconnected' });
}

const isRecorded = ({ record }: Visit): boolean => record.launchMode === 'Normal';

function showStatus(visit: Visit): void {
  const { status } = visit;
  say(status.state !== 'connected' ? status.message : isRecorded(visit) ? 'Connected. What you do is recorded.' : 'Opened for viewing only. What you do is not recorded.', status.state);
  findElement(document, '[data-exit]').textContent = isRecorded(visit) && status.state !== 'stopped' ? 'Save and exit' : 'Exit';
}

/** Said only where it differs: a screen reader reads out every change. */
function say(text: string, state: ConnectionStatus['state'] | 'starting' | 'unconnected' = 'starting'): void {
  const place = findElement(document, '[data-connection-status]');
  place.dataset.state = state;
  if (place.textContent !== text) place.textContent = text;
}

function offerExit(visit: Visit, exit: () => Promise<Exit>): void {
  const button = findElement<HTMLButtonElement>(document, '[data-exit]');
  button.hidden = false;
  button.addEventListener('click', () => {
    const wasOver = visit.status.state === 'stopped';
    button.disabled = true;
    if (isRecorded(visit) && !wasOver) say('Sending what you did…');
    exit()
      .then((left) => leave(left, visit, wasOver))
      .catch((error: unknown) => {
        say('That did not work. Try again.', 'retrying');
        reportError(error);
      })
      .finally(() => (button.disabled = false));
  });
}

function leave({ delivered, returnUrl }: Exit, visit: Visit, wasOver: boolean): void {
  if ((delivered || wasOver) && returnUrl !== undefined) return location.assign(returnUrl);
  const canTryAgain = !delivered && visit.status.state === 'retrying';
  const [heading, text] = describeLeaving(delivered, visit, { wasOver, canTryAgain });
  const left = findElement(document, '[data-left]');
  left.replaceChildren(
    makeElement('h1', {}, heading),
    makeElement('p', {}, text),
    ...(returnUrl === undefined ? [] : [makeElement('p', {}, makeElement('a', { href: returnUrl }, 'Back to your learning system'))]),
  );
  for (const part of document.querySelectorAll<HTMLElement>('[data-content], [data-frames], [data-back]')) part.hidden = true;
  // All is said below.
  findElement(document, '.connection-bar').hidden = delivered || wasOver;
  findElement(document, '[data-exit]').hidden = !canTryAgain;
  if (canTryAgain) say('Not sent yet.', 'retrying');
  else showStatus(visit);
  findElement(document, 'main').hidden = false;
  document.body.classList.remove('has-open-module');
  left.hidden = false;
  left.focus();
  window.scrollTo(0, 0);
}

function describeLeaving(delivered: boolean, visit: Visit, { wasOver, canTryAgain }: { wasOver: boolean; canTryAgain: boolean }): [heading: string, text: string] {
  if (!isRecorded(visit)) return ['You can close this page now', 'You opened this for viewing only, so nothing was recorded.'];
  if (delivered) return ['You can close this page now', 'Everything you did is recorded. Go on from your learning system whenever you like.'];
  if (wasOver && visit.status.state === 'stopped') return ['You can close this page now', visit.status.message];
  const kept = 'What is left is kept on this device, where this browser allows it, and is sent when you open this again.';
  return ['Not everything has arrived', canTryAgain ? `Keep this page open, and choose “Save and exit” to try again. If you have to leave: ${kept.replace(/^W/, 'w')}` : `Your learning system has not taken in all that you did. ${kept}`];
}
