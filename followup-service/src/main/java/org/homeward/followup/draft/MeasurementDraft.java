package org.homeward.followup.draft;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A measurement as somebody asks for it; windows still as text.
public record MeasurementDraft(@Nullable String id, String code, int perDay, List<String> windows) {
    public MeasurementDraft {
        windows = List.copyOf(windows);
    }
}
