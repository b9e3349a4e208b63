/// Shares with other practitioners and the logins of patient and carers: REST and the client of
/// followup-service. The changed relation is written before the answer.
@NullMarked
package org.homeward.gateway.share;

import org.jspecify.annotations.NullMarked;
