/// Patients, teams, care plans, tasks and shares: the use cases and the ports they need. Commands
/// come from the gateway, facts about alerts from the topic; what is decided leaves as events in
/// the transaction that makes it true. It knows neither HTTP nor SQL nor Kafka.
@NullMarked
package org.homeward.followup;

import org.jspecify.annotations.NullMarked;
