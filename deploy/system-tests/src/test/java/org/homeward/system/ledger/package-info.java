/// What devices were promised against what the store holds: every acknowledged reading exactly
/// once, with the value that was sent.
@NullMarked
package org.homeward.system.ledger;

import org.jspecify.annotations.NullMarked;
