package org.homeward.gateway.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.homeward.gateway.role.Caller;
import org.jspecify.annotations.Nullable;

/// One client of the feed: what may be shown to it, and the bounded queue of what it has not taken
/// yet. A client that does not keep up is closed; it comes back with its last event's id.
final class Feed {
    /// One server-sent event; a null `data` is a heartbeat.
    record Line(String id, String name, @Nullable String data) {}

    private final Caller caller;
    private final String language;
    private final int capacity;
    private final ObjectMapper json;
    private final Queue<Line> queue = new ArrayDeque<>();
    private final AtomicInteger draining = new AtomicInteger();
    private final MultiEmitter<? super Line> out;
    private final Runnable cut;
    private volatile Set<UUID> visible;
    private volatile boolean closed;

    /// What a client is from its request on.
    ///
    /// @param cut ends the connection of a client that takes nothing any more
    record Client(Caller caller, String language, Set<UUID> visible, Runnable cut) {}

    Feed(Client client, int capacity, ObjectMapper json, MultiEmitter<? super Line> out) {
        this.caller = client.caller();
        this.language = client.language();
        this.visible = client.visible();
        this.cut = client.cut();
        this.capacity = capacity;
        this.json = json;
        this.out = out;
        out.onRequest(n -> drain());
        out.onTermination(() -> closed = true);
    }

    Caller caller() {
        return caller;
    }

    boolean isClosed() {
        return closed;
    }

    boolean sees(UUID patientId) {
        return !closed && visible.contains(patientId);
    }

    /// Takes the patients that the caller reaches now. One fewer than before closes the feed.
    void reach(Set<UUID> now) {
        if (now.containsAll(visible)) {
            visible = now;
        } else {
            close();
        }
    }

    /// Queues an event, or closes the client that lets too many wait.
    void offer(String id, FeedEvent event) {
        offer(line(id, event));
    }

    void offer(Line line) {
        boolean full;
        synchronized (queue) {
            full = queue.size() >= capacity;
            if (!full && !closed) {
                queue.add(line);
                queue.notifyAll();
            }
        }
        if (full && !closed) {
            close();
            cut.run();
        } else {
            drain();
        }
    }

    /// Queues an event of the past, waiting for room: the past does not run away.
    ///
    /// @return false when the client has gone meanwhile
    boolean put(String id, FeedEvent event) throws InterruptedException {
        Line line = line(id, event);
        synchronized (queue) {
            while (queue.size() >= capacity / 2 && !closed) {
                queue.wait(1_000);
            }
            if (closed) {
                return false;
            }
            queue.add(line);
        }
        drain();
        return true;
    }

    void close() {
        closed = true;
        synchronized (queue) {
            queue.clear();
            queue.notifyAll();
        }
        out.complete();
    }

    private Line line(String id, FeedEvent event) {
        try {
            return new Line(id, event.kind(), json.writeValueAsString(event.in(language)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a feed event can be written", e);
        }
    }

    /// Hands on as much as has been asked for; one thread at a time, whoever comes.
    private void drain() {
        if (draining.getAndIncrement() != 0) {
            return;
        }
        int missed = 1;
        while (missed != 0) {
            Line line = poll();
            while (line != null) {
                out.emit(line);
                line = poll();
            }
            missed = draining.addAndGet(-missed);
        }
    }

    private @Nullable Line poll() {
        if (closed || out.requested() <= 0) {
            return null;
        }
        synchronized (queue) {
            Line line = queue.poll();
            queue.notifyAll();
            return line;
        }
    }
}
