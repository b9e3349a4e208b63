package org.homeward.system.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// A row of the store.
///
/// @param values by code; one for a single value, the components for a panel
public record StoredRow(
        UUID readingId,
        UUID patientId,
        UUID deviceId,
        String code,
        Instant measuredAt,
        Map<String, BigDecimal> values) {

    public StoredRow {
        values = new TreeMap<>(values);
    }
}
