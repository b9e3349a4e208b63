/// PostgreSQL by Hibernate Reactive: the ports' adapters and their entities, which nobody else
/// sees. Domain types come in and leave; identities are sealed before they reach a column.
@NullMarked
package org.homeward.followup.db;

import org.jspecify.annotations.NullMarked;
