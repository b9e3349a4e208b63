package org.homeward.simulator.device;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// What a device was told about each reading, in the order of sending.
public final class Ledger {
    /// How a reading stands.
    public enum Mark {
        OK,
        FAIL,
        UNKNOWN
    }

    /// One reading's line.
    ///
    /// @param sends how often it was sent until the answer came
    public record Line(UUID deviceId, Measurement measurement, Mark mark, int sends) {}

    private final List<Line> lines = new ArrayList<>();

    synchronized void add(UUID deviceId, List<Measurement> measurements, Mark mark, int sends) {
        measurements.forEach(m -> lines.add(new Line(deviceId, m, mark, sends)));
    }

    public synchronized List<Line> lines() {
        return List.copyOf(lines);
    }

    public synchronized long count(Mark mark) {
        return lines.stream().filter(line -> line.mark() == mark).count();
    }
}
