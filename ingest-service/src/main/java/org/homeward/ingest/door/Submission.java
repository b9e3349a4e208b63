package org.homeward.ingest.door;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeward.ingest.sent.Path;
import org.homeward.ingest.sent.SelfReport;
import org.homeward.ingest.sent.Verdict;
import org.jspecify.annotations.Nullable;

/// What one request adds to the log of record.
///
/// @param source the source bytes for every format but our own JSON
/// @param enteredBy who entered it by hand; empty for devices
/// @param relayedBy the hub that sent it for the device; null if it sent itself
@SuppressWarnings("ArrayRecordComponent") // bytes that pass through, never compared
public record Submission(
        UUID deviceId,
        Path path,
        Instant received,
        List<Verdict.Admitted> readings,
        SelfReport report,
        byte[] source,
        String sourceType,
        String enteredBy,
        @Nullable UUID relayedBy) {

    public Submission {
        readings = List.copyOf(readings);
    }
}
