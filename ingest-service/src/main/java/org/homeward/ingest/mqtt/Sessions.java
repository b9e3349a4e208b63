package org.homeward.ingest.mqtt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.homeward.ingest.IngestConfig;

/// Who is connected, by device, and who was lost. One client has one session, and one device a few:
/// a device that comes with a new name each time would else leave open as many as it likes.
@ApplicationScoped
class Sessions {
    private final ConcurrentMap<UUID, List<Session>> open = new ConcurrentHashMap<>();
    private final Losses losses;
    private final int most;

    @Inject
    Sessions(Losses losses, IngestConfig config) {
        this.losses = losses;
        this.most = config.edge().sessions();
    }

    /// Adds one; returns those that it takes over: the same client's, and the device's oldest where
    /// it has too many.
    List<Session> add(Session session) {
        List<Session> over = new ArrayList<>();
        open.compute(
                session.device(),
                (_, before) -> {
                    List<Session> after = new ArrayList<>(before == null ? List.of() : before);
                    after.removeIf(
                            other -> other.client().equals(session.client()) && over.add(other));
                    while (after.size() >= most) {
                        over.add(after.removeFirst());
                    }
                    after.add(session);
                    return List.copyOf(after);
                });
        return over;
    }

    /// Its connection has closed; it is lost unless it was taken over or took its leave.
    void closed(Session session, Instant at) {
        if (remove(session) && session.isLost()) {
            losses.lost(session.device(), at);
        }
    }

    private boolean remove(Session session) {
        List<Session> removed = new ArrayList<>();
        open.computeIfPresent(
                session.device(),
                (_, before) -> {
                    List<Session> after = new ArrayList<>(before);
                    after.removeIf(other -> other == session && removed.add(other));
                    return after.isEmpty() ? null : List.copyOf(after);
                });
        return !removed.isEmpty();
    }

    /// Tells of losses that were held back, where it is time.
    void look(Instant now) {
        losses.look(now, open::containsKey);
    }

    List<Session> of(UUID device) {
        return open.getOrDefault(device, List.of());
    }

    void forEach(Consumer<Session> each) {
        open.values().forEach(sessions -> sessions.forEach(each));
    }

    int size() {
        return open.values().stream().mapToInt(Collection::size).sum();
    }
}
