import { findElement } from '../../components/find-element.ts';
import { makeElement } from '../../components/make-element.ts';
import { readTrackedCourse } from '../../components/read-tracked-course.ts';
import { provideLearnerRecord } from '../../components/record/learner-record.ts';
import type { TrackedCourse } from '../../course/tracked-course.ts';
import { openRecord, type LearnerRecord } from '../../record/learner-record.ts';
import { NotConnectedError, type Connection, type ConnectionStatus, type Exit } from '../../tracking/connection.ts';
import { lendRecord } from '../../tracking/shared-record.ts';

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
  connection.subscribe((status) => say(describeStatus(status, record), status.state));
  if (connection.exit) offerExit(connection.exit.bind(connection), record);
  return record;
}

/** Says why nothing is recorded. What a learner does stays in this browser, apart from what it keeps for the site itself. */
export function openUnconnected(error: unknown): Promise<LearnerRecord> {
  if (!(error instanceof NotConnectedError)) reportError(error);
  const reason = error instanceof NotConnectedError ? error.message : 'Your learning system could not be reached, so nothing is recorded there. Open the module from it again.';
  say(`${reason} You can still work through this: what you do then stays in this browser.`, 'stopped');
  return openRecord({ database: 'unconnected' });
}

function describeStatus(status: ConnectionStatus, { launchMode }: LearnerRecord): string {
  if (status.state !== 'connected') return status.message;
  return launchMode === 'Normal' ? 'Connected. What you do is recorded.' : 'Opened to look at. Nothing that you do is recorded.';
}

/** Said only where it differs: a screen reader reads out every change. */
export function say(text: string, state: ConnectionStatus['state'] | 'starting' = 'starting'): void {
  const place = findElement(document, '[data-connection-status]');
  place.dataset.state = state;
  if (place.textContent !== text) place.textContent = text;
}

function offerExit(exit: () => Promise<Exit>, { launchMode }: LearnerRecord): void {
  const button = findElement<HTMLButtonElement>(document, '[data-exit]');
  button.hidden = false;
  button.addEventListener('click', () => {
    button.disabled = true;
    say('Leaving…');
    exit().then((left) => leave(left, launchMode === 'Normal'), (error: unknown) => {
      button.disabled = false;
      say('That did not work. Try again.', 'retrying');
      reportError(error);
    });
  });
}

function leave({ delivered, returnUrl }: Exit, isRecorded: boolean): void {
  findElement(document, '[data-exit]').hidden = true;
  if (delivered && returnUrl !== undefined) return location.assign(returnUrl);
  say('You have left this session.', 'stopped');
  const left = findElement(document, '[data-left]');
  left.replaceChildren(
    makeElement('h2', {}, delivered ? 'You can close this window now' : 'Not everything has arrived'),
    makeElement('p', {}, describeDelivery(delivered, isRecorded)),
    ...(returnUrl === undefined ? [] : [makeElement('p', {}, makeElement('a', { href: returnUrl }, 'Back to your learning system'))]),
  );
  for (const part of document.querySelectorAll<HTMLElement>('[data-content], [data-frames], [data-back]')) part.hidden = true;
  findElement(document, 'main').hidden = false;
  document.body.classList.remove('has-open-module');
  left.hidden = false;
  left.focus();
}

function describeDelivery(delivered: boolean, isRecorded: boolean): string {
  if (!delivered) return 'Your learning system could not be reached. Where this browser allows it, what is left is kept on this device, and is sent when you open this again.';
  return isRecorded ? 'Everything you did has been recorded.' : 'You opened this to look at, so nothing was recorded.';
}
