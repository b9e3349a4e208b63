package org.homeward.ingest.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.ingest.sent.Path;

/// A reading as it is stored and published.
///
/// @param content a hash of what was sent, which tells a repetition from a conflict
/// @param flags why validity or time quality is not the best
public record Reading(
        UUID id,
        UUID patientId,
        UUID deviceId,
        int version,
        Measure measure,
        List<Measure> components,
        Times times,
        Validity validity,
        List<String> flags,
        Map<String, String> context,
        Path path,
        long content) {

    /// The three times and how far the first can be trusted.
    public record Times(
            Instant measured,
            Instant received,
            Instant recorded,
            TimeQuality quality,
            int offsetMinutes) {}

    public Reading {
        components = List.copyOf(components);
        flags = List.copyOf(flags);
        context = Map.copyOf(context);
    }

    /// The next version: what a person says instead. Content stays what was sent.
    public Reading next(Measure said, List<Measure> parts, Validity judged, List<String> reasons) {
        return new Reading(
                id,
                patientId,
                deviceId,
                version + 1,
                said,
                parts,
                times,
                judged,
                reasons,
                context,
                path,
                content);
    }

    /// The same, not to be scored before somebody has answered.
    public Reading questioned(String why) {
        List<String> reasons = new ArrayList<>(flags);
        reasons.add(why);
        return judged(Validity.QUESTIONED, reasons);
    }

    /// The same value, judged otherwise.
    public Reading judged(Validity judged, List<String> reasons) {
        return new Reading(
                id,
                patientId,
                deviceId,
                version,
                measure,
                components,
                times,
                judged,
                reasons,
                context,
                path,
                content);
    }
}
