/// Everything between this service and the broker. In: records of `telemetry`, `readings-rejected`,
/// `dead-letters`, `care-teams`. Out: records of `telemetry`, `readings`, `readings-rejected`,
/// `device-events`. Generated event classes end here; nothing is decided here.
@NullMarked
package org.homeward.ingest.kafka;

import org.jspecify.annotations.NullMarked;
