/// The transaction of a batch: positions locked, earlier rows read, readings, quarantine, refusals
/// and accounts written. In: the decision about a batch. Out: what was already there, which is
/// reported back to be decided.
@NullMarked
package org.homeward.ingest.db.intake;

import org.jspecify.annotations.NullMarked;
