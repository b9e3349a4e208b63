/// What stands before the log: [AdmitReadings] judges a request and promises only what the log
/// holds, within the bounds of rate and memory. In: what the edges decoded. Out: submissions,
/// refusals, and word of attempts to speak as somebody else. It knows no store.
@NullMarked
package org.homeward.ingest.door;

import org.jspecify.annotations.NullMarked;
