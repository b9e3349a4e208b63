/// The use cases of ingest-service and the ports they need: [AdmitReadings] at the door,
/// [RecordReadings] behind the log, [ReleaseQuarantine] when a device gets a patient. In: what the
/// edges decoded. Out: promises kept by the log, rows, published readings. No technology here.
///
/// Memory: the service holds no readings. At rest it holds one Kafka producer (16 MiB buffer at
/// most), four consumers (a fetch of up to 1 000 records each), six database connections, one
/// bucket per device heard within the last minute and one hash per device token in use.
@NullMarked
package org.homeward.ingest;

import org.jspecify.annotations.NullMarked;
