import { provideLearnerRecord } from '../components/record/learner-record.ts';
import { openRecord } from '../record/learner-record.ts';

provideLearnerRecord(await openRecord());
