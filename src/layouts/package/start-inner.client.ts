import { findElement } from '../../components/find-element.ts';
import { provideLearnerRecord } from '../../components/record/learner-record.ts';
import { NotConnectedError } from '../../tracking/connection.ts';
import { borrowRecord } from '../../tracking/shared-record.ts';
import { openUnconnected } from './start-package.client.ts';

findElement(document, '[data-not-started]').hidden = true;
const record = borrowRecord() ?? openUnconnected(new NotConnectedError('This module was opened on its own, so nothing is recorded in your learning system. Open it from there.'));
void record.then(provideLearnerRecord);
