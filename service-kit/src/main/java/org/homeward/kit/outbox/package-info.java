/// Events that leave with the transaction that made them: a row beside the aggregate, then one
/// relay per service that publishes rows in order and marks them. Nothing here knows what the
/// events mean.
@NullMarked
package org.homeward.kit.outbox;

import org.jspecify.annotations.NullMarked;
