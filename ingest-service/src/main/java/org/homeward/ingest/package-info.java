/// Ingest-service from a device's post to the patient's chart: `door` admits, `intake` stores and
/// tells, `registry` knows the devices, `credential` by what they are known. This package holds
/// what all four and the edges read: the settings, and the ports by which what is stored is looked
/// at and kept in shape. No technology here.
///
/// Memory: the service holds no readings. At rest it holds one Kafka producer (16 MiB buffer at
/// most), four consumers (a fetch of up to 1 000 records each), six database connections, one
/// bucket per device heard within the last minute and one hash per device token in use.
@NullMarked
package org.homeward.ingest;

import org.jspecify.annotations.NullMarked;
