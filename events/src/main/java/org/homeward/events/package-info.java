/// The contract on the wire: topics, event types, their headers and serialised form, the table of
/// clinical codes, and the deterministic identities. Every service reads this package and it reads
/// none of them; it decides nothing.
@NullMarked
package org.homeward.events;

import org.jspecify.annotations.NullMarked;
