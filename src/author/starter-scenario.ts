/**
 * A small scenario that passes every check, with a note beside each part: what people who write scenarios start from.
 * @param statementId a practice statement of this academy, so that the file works as it stands.
 */
export function writeStarterScenario(statementId: string, themeId: string): string {
  return `# A scenario. Lines that start with # are notes: delete them when you are done.
# The file's name is the scenario's id: lower-case words joined by hyphens, then .yaml
title: The visit that slipped
summary: You are running late for a family who have been let down before.
minutes: 5
setting: in the car
# Who the learner is in it
role: social worker
# contentNote: Needed where the text mentions harm, loss or abuse. It is shown before the scenario starts.

# Practice statements that this scenario exercises, the main one first. Search finds them: where the address of one ends with
# my-framework/my-standard/#statement-3, write my-framework/my-standard/3
exercises:
  - ${statementId}
# One to three themes from content/themes.yaml, the main one first: they also find the scenario for other frameworks
themes:
  - ${themeId}
# draft until you are done, then checked; approved only with approvedBy and the role of the person who approved it.
status: draft
# The day on which somebody last read it beside the statements that it names, and the day by which to read it again.
reviewed: 2026-11-27
reviewBy: 2027-11-30

steps:
  - id: in-the-car
    situation: >-
      It is ten past three. You said you would be with Beth and her twins at three. You are still
      twenty minutes away. The last worker missed two visits.
    question: What do you do next?
    options:
      # Two to five options. "next" names another step, or one of the endings below.
      - id: ring-now
        text: Pull over, ring Beth, say sorry and ask whether a later start still suits her.
        judgement: strong
        outcome: Beth sighs, and says that half past three is fine. The twins are told that you are coming.
        feedback: You own the delay before she has to wonder, and the new time is her choice.
        restsOn: ${statementId}
        next: at-the-door
      - id: text-later
        text: Send a text when you arrive, so that you do not lose more time by stopping.
        judgement: acceptable
        outcome: Beth has waited by the window for half an hour when her telephone buzzes.
        feedback: She does hear from you. She hears it after the waiting, not before.
        restsOn: ${statementId}
        next: at-the-door
      - id: move-the-visit
        text: Drive back to the office and book the visit for the same time next week.
        judgement: weak
        outcome: Nobody comes and nobody rings. The twins stop asking.
        feedback: It saves the afternoon for you. For Beth it is the third visit that did not happen.
        restsOn: ${statementId}
        next: trust-thinner
  - id: at-the-door
    situation: >-
      Beth opens the door before you knock. One of the twins is asleep on her shoulder.
      She says that she did not think you would come.
    question: What do you say first?
    options:
      - id: name-it
        text: You had every reason to think so. I am sorry that you were kept waiting.
        judgement: strong
        outcome: Beth lets you in, and tells you about the two visits before yours.
        feedback: You take her doubt seriously and do not explain it away.
        restsOn: ${statementId}
        next: trust-kept
      - id: explain
        text: The traffic was dreadful, and the meeting before this one ran over as well.
        judgement: weak
        outcome: Beth nods, and looks at the clock. She answers what you ask and no more.
        feedback: It is true, and it is about your day. Hers is the one that was changed.
        restsOn: ${statementId}
        next: trust-thinner

endings:
  - id: trust-kept
    title: A start
    text: Beth agrees to try one more time. She writes your direct number on the calendar.
  - id: trust-thinner
    title: One more let-down
    text: Beth is polite and distant. You can still ring her tomorrow, say what went wrong, and ask how to put it right.

debrief: >-
  Being on time is part of being safe to trust. When you can't be, the person who waits should
  hear it from you first.
supervision:
  - Which families wait for me most often, and how do they hear about it?
# references: only for law and facts that the scenario rests on, each with title, publisher and date.
`;
}
