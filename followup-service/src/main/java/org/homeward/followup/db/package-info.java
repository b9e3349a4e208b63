/// PostgreSQL by Hibernate Reactive: transactions, the timeline, teams, and how a list goes on,
/// with the ports' other adapters below (`file`, `work`). Domain types come in and leave; entities
/// are seen by nobody else.
@NullMarked
package org.homeward.followup.db;

import org.jspecify.annotations.NullMarked;
