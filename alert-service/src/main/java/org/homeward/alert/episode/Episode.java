package org.homeward.alert.episode;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A patient's open alerts taken together. Its id is that of the alert that opened it.
///
/// @param id null while nothing is open
public record Episode(@Nullable UUID id, List<UUID> open) {
    public static final Episode NONE = new Episode(null, List.of());

    public Episode {
        open = List.copyOf(open);
    }

    public Episode opened(UUID alertId) {
        if (open.contains(alertId)) {
            return this;
        }
        List<UUID> next = new ArrayList<>(open);
        next.add(alertId);
        return new Episode(id == null ? alertId : id, next);
    }

    public Episode closed(UUID alertId) {
        List<UUID> next = new ArrayList<>(open);
        next.remove(alertId);
        return next.isEmpty() ? NONE : new Episode(id, next);
    }

    public boolean isOver() {
        return open.isEmpty();
    }

    /// The episode that an alert belongs to; its own id if it stands alone.
    public UUID idOr(UUID alertId) {
        return id == null ? alertId : id;
    }
}
