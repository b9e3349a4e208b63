/// What stands behind the log: [RecordReadings] takes its records to the store and the feed, each
/// item in exactly one account, and [ReleaseQuarantine] does it again once a device gets a patient.
/// In: records of the log. Out: a batch's decision for the store, published readings and concerns.
/// It knows neither broker nor database.
@NullMarked
package org.homeward.ingest.intake;

import org.jspecify.annotations.NullMarked;
