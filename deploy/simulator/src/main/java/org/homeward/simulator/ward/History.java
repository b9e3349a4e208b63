package org.homeward.simulator.ward;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.homeward.simulator.body.Body;
import org.homeward.simulator.device.Measurement;

/// What a device would have sent before: one measurement per slot of its rhythm, on whole slots, so
/// that the same slot gives the same message id at every start.
final class History {
    private History() {}

    /// The measurements of a device between two instants, oldest first.
    static List<Measurement> of(Body body, List<String> codes, Instant from, Instant to) {
        List<Measurement> measurements = new ArrayList<>();
        for (String code : codes) {
            long slot = rhythm(code).toSeconds();
            for (long at = (from.getEpochSecond() / slot + 1) * slot;
                    at < to.getEpochSecond();
                    at += slot) {
                measurements.add(
                        body.measure(code, "h-" + code + "-" + at, Instant.ofEpochSecond(at)));
            }
        }
        measurements.sort(Comparator.comparing(Measurement::takenAt));
        return measurements;
    }

    private static Duration rhythm(String code) {
        return switch (code) {
            case "29463-7" -> Duration.ofHours(12);
            case Body.PANEL -> Duration.ofHours(4);
            case "8310-5" -> Duration.ofHours(3);
            default -> Duration.ofMinutes(30);
        };
    }
}
