package org.homeward.system.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.homeward.events.Uuids;
import org.homeward.simulator.device.Ledger;
import org.homeward.simulator.device.Measurement;

/// Compares the devices' ledgers with the store.
public final class LedgerCheck {
    private LedgerCheck() {}

    /// What is wrong, one line each; empty if every acknowledged reading is there exactly once and
    /// unchanged, nothing refused is there, and nothing else is.
    public static List<String> faults(List<Ledger.Line> lines, Collection<StoredRow> rows) {
        Map<UUID, List<StoredRow>> stored = new HashMap<>();
        rows.forEach(
                row -> stored.computeIfAbsent(row.readingId(), _ -> new ArrayList<>()).add(row));
        List<String> faults = new ArrayList<>();
        for (Ledger.Line line : lines) {
            UUID id = readingId(line);
            List<StoredRow> found = stored.getOrDefault(id, List.of());
            stored.remove(id);
            switch (line.mark()) {
                case OK -> acknowledged(id, line, found).ifPresent(faults::add);
                case FAIL -> found.forEach(_ -> faults.add("refused but stored: " + id));
                case UNKNOWN -> {
                    // It may be there once or not at all.
                    if (found.size() > 1) {
                        faults.add("stored twice: " + id);
                    }
                }
            }
        }
        stored.keySet().forEach(id -> faults.add("stored but never sent: " + id));
        return faults;
    }

    /// By the contract: of the device and its message id.
    public static UUID readingId(Ledger.Line line) {
        return Uuids.v5(line.deviceId(), "message", line.measurement().id());
    }

    private static Optional<String> acknowledged(UUID id, Ledger.Line line, List<StoredRow> found) {
        if (found.size() != 1) {
            String fault = found.isEmpty() ? "acknowledged but lost: " : "stored twice: ";
            return Optional.of(fault + id);
        }
        StoredRow row = found.getFirst();
        Measurement sent = line.measurement();
        boolean same =
                row.deviceId().equals(line.deviceId())
                        && row.code().equals(sent.code())
                        && row.measuredAt().equals(sent.takenAt())
                        && sameValues(sent, row.values());
        return same ? Optional.empty() : Optional.of("altered: " + id);
    }

    private static boolean sameValues(Measurement sent, Map<String, BigDecimal> stored) {
        Map<String, BigDecimal> values = new TreeMap<>();
        sent.values().forEach(value -> values.put(value.code(), value.value()));
        return values.equals(stored);
    }
}
