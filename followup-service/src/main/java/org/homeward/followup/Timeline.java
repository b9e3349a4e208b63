package org.homeward.followup;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.homeward.followup.timeline.TimelineEntry;

/// A patient's timeline. Every method needs a transaction.
public interface Timeline {
    Uni<Void> add(List<TimelineEntry> entries);

    /// Newest first.
    Uni<Page<TimelineEntry>> page(TimelineSearch search);
}
