/** What the learner is told of the session, and what to do next. */
export const WORDS = {
  notLaunched: 'This page was not opened by a learning system, so nothing is recorded there. To have your work recorded, open the module from your learning system.',
  openedElsewhere: 'You opened this module again in another tab or window. Go on there: nothing more is recorded from this page. You can close it.',
  overAtLms: 'Your learning system has ended this session, most likely because the module was opened again. Close this page. What was not sent yet is kept on this device where possible, and is sent when you next open the module from there.',
  ended: 'This session has ended. To go on, open the module from your learning system again. You can close this page.',
  retrying: 'Your learning system can’t be reached just now. You can go on: what you do is kept and sent by itself.',
  noAnswer: 'Your learning system could not be reached. Reload this page to try again. If that does not help, open the module from there again.',
  notAccepted: 'Your learning system does not accept this session any more. Close this page and open the module from there again.',
  noLaunchData: 'Your learning system holds no launch data for this session. Open the module from there again. If that does not help, tell whoever runs it.',
  notStarted: 'Your learning system did not take the start of this session. Open the module from there again. If that does not help, tell whoever runs it.',
} as const;
