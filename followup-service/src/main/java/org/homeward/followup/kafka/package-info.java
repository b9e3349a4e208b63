/// The topics: facts about alerts come in from `alerts`, what cannot be read goes to
/// `dead-letters`, and events are written into the outbox as the wire wants them. It decides
/// nothing.
@NullMarked
package org.homeward.followup.kafka;

import org.jspecify.annotations.NullMarked;
