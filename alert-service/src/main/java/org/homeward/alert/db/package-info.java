/// PostgreSQL, schema `alert`: the projection of `alerts`, the human state through Hibernate
/// Reactive with an optimistic lock, and the outbox row of the same transaction.
@NullMarked
package org.homeward.alert.db;

import org.jspecify.annotations.NullMarked;
