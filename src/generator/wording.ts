import type { ElementKind } from '../framework/framework.ts';
import type { PracticeAct } from './practice-act.ts';

/**
 * The generator's own words. They never repeat a framework's text, blame nobody, and keep sentences under 25 words.
 * A bank holds several wordings, so that neighbouring modules do not read alike.
 */

/** The learner reads a few exact words of the framework after these. `{label}` is the element's name in quotation marks. */
export const FIRST_OBJECTIVES: Readonly<Record<ElementKind, readonly string[]>> = {
  value: ['Say what {label} asks of you', 'Describe how people would notice {label} in your work'],
  standard: ['Say what {label} asks of you', 'Describe what {label} looks like when it goes well'],
  principle: ['Say what {label} changes in how you work', 'Explain {label} to somebody new, starting here'],
  pillar: ['Explain what {label} means for your work', 'Say what {label} asks of you'],
  objective: ['Say what brings {label} closer', 'Describe what you do towards {label}'],
  belief: ['Say what difference {label} makes to what you do', 'Give your own example of {label}'],
  behaviour: ['Recognise {label} when you see it', 'Describe {label} in things that people say and do'],
  'quality-indicator': ['Say how you would recognise good work under {label}', 'Find signs of {label} in a piece of your own work'],
};

/** For an element whose name does not fit into a sentence. */
export const UNNAMED_OBJECTIVES: readonly string[] = ['Say in your own words what this asks of you', 'Describe what this looks like on an ordinary day', 'Recognise this when you see it'];

/** "This" is the part of a statement that follows: an action, an outcome or a belief, so nobody is asked to "do" it. */
export const OBJECTIVES: Readonly<Record<PracticeAct, readonly string[]>> = {
  listening: ['Plan how your next visit can make room for this', 'Find a question of your own that opens the way to this', 'Say how you would know whether this is real for a child'],
  explaining: ['Try out words of your own for this', 'Put this so that a child and a tired parent would both follow', 'Choose what you will say more clearly because of this'],
  recording: ['Check one of your own records against this', 'Show where in your recording somebody could find this', 'Say what you would add to a record because of this'],
  planning: ['Test a plan you are working on against this', 'Name a next step towards this, with its date', 'Say what you would change in a plan because of this'],
  deciding: ['Weigh a recent decision against this', 'Explain a decision of yours in the light of this', 'Say what helps when this is hard to keep to'],
  learning: ['Choose one thing to do differently because of this', 'Bring an example of this to supervision', 'Name what helps with this in a busy week'],
  relating: ['Describe what a family would notice because of this', 'Recognise this in small things, and say what gets in the way', 'Name one thing you already do that shows this'],
  connecting: ['Name who you would need beside you for this', 'Say who you would ring first because of this', 'Plan how the people around a child could share in this'],
};

/** For what a framework lists as something to avoid. */
export const AVOIDING_OBJECTIVES: readonly string[] = ['Notice when work drifts towards what the framework warns of here', 'Say what you would do in place of what the framework warns of here'];

export const OPENINGS: Readonly<Record<ElementKind, readonly string[]>> = {
  value: [
    'People meet a value in small things, long before they read about it. In a working week it can look like this.',
    'You can hold a value and still lose sight of it on a hard day. These are some of the places where it shows.',
    'A value counts when it costs some time or comfort. Here is what it may ask of you.',
    'Nobody sees a value, but people do see what you do next. It may be one of these.',
  ],
  standard: [
    'A standard is kept one visit, one call and one note at a time. Here is how that can look.',
    'Families feel the difference when a standard is met, even if they never hear its name. They may notice these things.',
    'Meeting a standard on a good day is easy. These habits help on the other days.',
    'A standard is a promise to families. These are ways to keep it.',
    'Most of what a standard asks for fits into work you already do. Look for moments like these.',
  ],
  principle: [
    'A principle helps when there is no procedure for what is in front of you. It may lead you to act like this.',
    'Principles are easy to nod at. These are signs that one is at work.',
    'When two good things pull apart, a principle says which way to lean. In practice that can mean this.',
  ],
  pillar: [
    'A pillar carries weight only if people lean on it daily. Here is how that can look.',
    'Other work rests on this. You strengthen it in moments like these.',
    'You can tell that a pillar stands when these things happen without a reminder.',
  ],
  objective: [
    'An objective is reached in steps that are small enough to take this week. Some of them may be these.',
    'Far-off aims become real through what you do next. It could be one of these.',
    'Ask of each piece of work whether it moves a family closer to this. These things often do.',
  ],
  belief: [
    'What you believe about people shows before you speak. It can be seen in moments like these.',
    'A belief is tested on the days when it is hard to hold. Here is what holding it can look like.',
    'Families soon sense what we believe about them. They may see it in these things.',
  ],
  behaviour: [
    'Behaviour is what other people can see and hear. They might see you do this.',
    'Good intentions need a form that others can notice. Here are some.',
    'Habits are built by doing a thing again after it went wrong. These are worth building.',
    'What you say in a hard moment shows what you value. Moments like these are a chance.',
  ],
  'quality-indicator': [
    'Somebody who looked at your work would want to find signs of this. They could come from moments like these.',
    'An indicator is worth something when it tells you how the child is doing. These habits give it that meaning.',
    'Good evidence is left behind by good work, not added later. It grows out of things like these.',
    'Pick one family and look for this in your own work. You might look for signs such as these.',
  ],
};

/** Fill the list where the themes give too little. */
export const PRACTICE: Readonly<Record<PracticeAct, readonly string[]>> = {
  listening: [
    'You leave a silence a little longer than feels easy, and see what comes.',
    'You say back what you heard, in their words, and ask whether you have it right.',
    'You ask one more open question before you offer a view of your own.',
    'You look at what a person does as well as what they say, and you check what it means to them.',
  ],
  explaining: [
    'You say first what will happen, then why, and then ask what questions that leaves.',
    'You write down the two things that matter most, and leave the paper with the family.',
    'You say what you do not know yet, and when you will know it.',
    'You ask the other person to tell you what they will take away from the talk.',
  ],
  recording: [
    'You write the note the same day, while you can still hear how it was said.',
    'You keep what happened, what it may mean and what comes next in three separate places.',
    'You name who said what, so that a reader need not guess.',
    'You read the note as the child might read it in ten years, and change one sentence.',
  ],
  planning: [
    'You ask what would be different for the child by the end of the month, and write that down first.',
    'You cut the plan to what people can really do, and agree who does it.',
    'You ring halfway to the date, to hear what is going well and what has got stuck.',
    'You change the plan when it does not help, and say so openly.',
  ],
  deciding: [
    'You set out the choices, what each could mean for the child, and which you lean towards.',
    'You ask somebody who was not in the room to question your reasons.',
    'You tell the people concerned what was decided before they hear it elsewhere.',
    'You note what would make you think again, and when you will look.',
  ],
  learning: [
    'You pick one moment from the week and ask what you would try next time.',
    'You ask for one piece of honest feedback, and say thank you for it.',
    'You share with your team something that went less well, and what you took from it.',
    'You put half an hour aside to read, watch or ask, and use one idea the next day.',
  ],
  relating: [
    'You arrive when you said you would, and you begin by asking how the day has been.',
    'You notice effort, and you say what it meant to somebody.',
    'You say sorry for what went wrong on your side, without a "but".',
    'You keep some time for talk that has no form to fill in.',
  ],
  connecting: [
    'You ask who else cares about this child, and who has not been asked yet.',
    'You make sure that people who help the same family have spoken to each other this month.',
    'You ask a colleague to come along when their knowledge would help the family.',
    'You say who will lead, so that the family does not have to tell everything again.',
  ],
};

export const CLOSINGS: readonly string[] = [
  'Pick one of these for the coming week, and tell somebody that you are trying it.',
  'You may do some of these already. Ask a colleague which one they see you do.',
  'Start with the one that a family you work with would notice first.',
  'If one of these feels out of reach, that is worth taking to supervision.',
  'None of this needs a new form. It needs a few minutes and some courage.',
  'Small and often works better than once and grand.',
  'Think about which of these would have helped in your last hard conversation.',
  'Try one, see what happens, and adjust it to the family in front of you.',
  'On a day when there is no time, choose the one that matters most to the child.',
  'It is fine to get this wrong and put it right. Families remember the second part.',
];

export const REFLECTIONS: Readonly<Record<PracticeAct, readonly string[]>> = {
  listening: [
    'Think of a child or parent you found hard to understand. What did you do to find out more, and what might you try now?',
    'When did you last change your mind because of what somebody told you? What made that possible?',
    'Whose view do you know least about in the work in front of you? What would help you hear it?',
  ],
  explaining: [
    'Think of something that was hard to say to a family. What did you say, and how do you think it was heard?',
    'Which of your usual words might puzzle a parent or a child? What could you say in their place?',
    'When did being open make things easier, and when did it make them harder? What did you learn from each?',
  ],
  recording: [
    'Think of a note you wrote this month. What would the child learn about themselves if they read it?',
    'Where in your records can a reader see why you did what you did? Where would they have to guess?',
    'What do you know about a family that your records do not show? Why is that?',
  ],
  planning: [
    'Think of a plan that is not moving. What does the family make of it, and what is one thing you could change?',
    'Which step in a plan have you found hardest to keep? What would make it easier for everybody?',
    'How would a child tell that things were getting better? How does your plan make room for that?',
  ],
  deciding: [
    'Think of a decision you were unsure about. What did you weigh, and who helped you see it differently?',
    'When did you speak up about a decision, or wish that you had? What would help you next time?',
    'Which of your decisions would you find hardest to explain to the young person it was about? Why?',
  ],
  learning: [
    'What has a family taught you this year? Where does it show in how you work now?',
    'Think of something that did not go to plan. What would you tell a new colleague about it?',
    'Which part of your practice feels most settled? How would you find out whether it still works?',
  ],
  relating: [
    'Think of a family you are working with now. What would they say they have seen of this from you?',
    'When did you manage this on a hard day? What helped, and how could you have that help more often?',
    'Who in your work do you find hardest to warm to? What might you not know about them yet?',
  ],
  connecting: [
    'Think of the people round one child. Who is missing, and what stands in the way of asking them?',
    'When did working with somebody else change what you saw? What made that work?',
    'Which partner or relative do you turn to last? What might change if you rang them first?',
  ],
};

export const SUPERVISION: Readonly<Record<ElementKind, readonly string[]>> = {
  value: ['Where did I live up to this lately, and where did the week pull me away from it?', 'What do the people I work with see me do that tells them this matters to me?'],
  standard: ['Which part of this standard do I meet least often, and what would help me meet it?', 'How would a family I work with say that we are doing on this?'],
  principle: ['Which situation of mine does this principle make harder, and how could we think it through?', 'Where did this principle help me decide when there was no clear answer?'],
  pillar: ['Which part of my work leans on this most, and how steady does it feel?', 'What would I ask the team to do together so that this gets stronger?'],
  objective: ['Which family has moved closer to this, and what part did each of us play?', 'What keeps us from this aim in one piece of work, and what could we try?'],
  belief: ['Which family do I find it hardest to hold this belief about, and what would help?', 'How might my words or records suggest that I believe something else?'],
  behaviour: ['When do I find it hardest to act like this, and what is going on for me then?', 'What have I seen a colleague do that I would like to learn from?'],
  'quality-indicator': ['Which piece of my work shows this well, and what can we learn from it?', 'What would we find if we looked for this in three of my records together?'],
};
