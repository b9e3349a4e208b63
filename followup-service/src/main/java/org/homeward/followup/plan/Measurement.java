package org.homeward.followup.plan;

import java.util.List;

/// What the patient is asked to measure.
///
/// @param code a canonical code of a panel or a quantity
/// @param windows empty: at any time of the day
public record Measurement(String id, String code, int perDay, List<Window> windows) {
    public Measurement {
        windows = List.copyOf(windows);
    }
}
