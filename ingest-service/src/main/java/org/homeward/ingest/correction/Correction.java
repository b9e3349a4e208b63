package org.homeward.ingest.correction;

import java.util.List;
import org.homeward.ingest.sent.SentComponent;
import org.homeward.ingest.sent.SentValue;

/// What a reading should have said, in any known unit.
///
/// @param components all of a panel's; empty for a single value
/// @param version of which the clinician speaks; 0 for whatever is there
public record Correction(SentValue value, List<SentComponent> components, int version) {
    public Correction {
        components = List.copyOf(components);
    }
}
