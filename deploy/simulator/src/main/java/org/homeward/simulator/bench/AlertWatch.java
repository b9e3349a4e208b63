package org.homeward.simulator.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.homeward.simulator.SimulatedPatients.Admitted;
import org.homeward.simulator.bench.load.Sender;
import org.homeward.simulator.platform.Gateway;
import org.homeward.simulator.platform.Http;
import org.homeward.simulator.platform.Json;
import org.homeward.simulator.platform.Place;
import org.jspecify.annotations.Nullable;

/// Listens to the live feed as a nurse and takes the time from when the reading that breaks a
/// threshold was due to when its alert is on the feed.
final class AlertWatch implements AutoCloseable {
    private static final long RECONNECT_NANOS = 10_000_000;

    private final Map<String, Long> due = new ConcurrentHashMap<>();
    private final ConcurrentHistogram latency = new ConcurrentHistogram(60_000, 3);
    private final AtomicLong raised = new AtomicLong();
    private final Http http;
    private final Gateway gateway;
    private final Place place;
    private volatile Stream<String> lines;
    private volatile boolean closed;
    private @Nullable String lastEventId;

    private AlertWatch(Http http, Gateway gateway, Place place) {
        this.http = http;
        this.gateway = gateway;
        this.place = place;
        this.lines = connect();
    }

    static AlertWatch open(Http http, Gateway gateway, Place place) {
        AlertWatch watch = new AlertWatch(http, gateway, place);
        Thread.ofVirtual().start(watch::listen);
        return watch;
    }

    private Stream<String> connect() {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(place.gateway().resolve("/api/v1/feed"))
                        .header("Accept", "text/event-stream")
                        .header("Authorization", "Bearer " + gateway.login().token("nurse2"));
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<Stream<String>> answer =
                http.client()
                        .sendAsync(request.build(), HttpResponse.BodyHandlers.ofLines())
                        .join();
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("the feed answered " + answer.statusCode());
        }
        return answer.body();
    }

    /// The sender, with each alarm's due time noted.
    Sender noting(Sender sender, List<Admitted> members) {
        return new Sender() {
            @Override
            public void send(Post post, Consumer<Boolean> done) {
                if (post.alarm()) {
                    Admitted member = members.get((int) (post.number() % members.size()));
                    expect(member.patientId(), post.dueMillis());
                }
                sender.send(post, done);
            }

            @Override
            public int devices() {
                return sender.devices();
            }

            @Override
            public void close() {
                sender.close();
            }
        };
    }

    /// The patient's next alert counts from this instant.
    void expect(UUID patientId, long fromMillis) {
        due.put(patientId.toString(), fromMillis);
    }

    Histogram latencyMillis() {
        return latency;
    }

    long raised() {
        return raised.get();
    }

    /// As a browser does: a feed that ends is taken up again after the last event that came.
    private void listen() {
        while (!closed) {
            try {
                lines.forEach(this::read);
            } catch (UncheckedIOException e) {
                LockSupport.parkNanos(RECONNECT_NANOS);
            }
            if (!closed) {
                lines = connect();
            }
        }
    }

    private void read(String line) {
        if (line.startsWith("id:")) {
            lastEventId = line.substring("id:".length()).strip();
        } else if (line.startsWith("data:") && line.contains("AlertRaised")) {
            take(line);
        }
    }

    private void take(String line) {
        long now = System.currentTimeMillis();
        JsonNode event = Json.parse(line.substring("data:".length()));
        Long since = due.remove(event.path("patientId").asText());
        if (since != null) {
            latency.recordValue(Math.clamp(now - since, 0, 60_000));
            raised.incrementAndGet();
        }
    }

    @Override
    public void close() {
        closed = true;
        Thread.ofVirtual().start(lines::close);
    }
}
