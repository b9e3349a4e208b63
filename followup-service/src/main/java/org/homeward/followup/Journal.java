package org.homeward.followup;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.homeward.followup.timeline.TimelineEntry;

/// Writes down what a use case did: events for the others, lines for the timeline.
@ApplicationScoped
public class Journal {
    private final Events events;
    private final Timeline timeline;

    @Inject
    Journal(Events events, Timeline timeline) {
        this.events = events;
        this.timeline = timeline;
    }

    public Uni<Void> write(List<FollowUpEvent> told, List<TimelineEntry> lines) {
        return events.emit(told).chain(() -> timeline.add(lines));
    }
}
