/// Patients, teams, care plans, tasks and shares: `registration`, `monitoring`, `sharing` and
/// `work` hold the use cases, `file` what they load and store of a patient. This package holds what
/// all of them need: transactions, the journal of what was done, and chores that time makes due. It
/// knows neither HTTP nor SQL nor Kafka.
@NullMarked
package org.homeward.followup;

import org.jspecify.annotations.NullMarked;
