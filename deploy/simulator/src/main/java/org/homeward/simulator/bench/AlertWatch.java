package org.homeward.simulator.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
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

/// Listens to the live feed as a nurse and takes the time from when the reading that breaks a
/// threshold was due to when its alert is on the feed.
final class AlertWatch implements AutoCloseable {
    private final Map<String, Long> due = new ConcurrentHashMap<>();
    private final ConcurrentHistogram latency = new ConcurrentHistogram(60_000, 3);
    private final AtomicLong raised = new AtomicLong();
    private final Stream<String> lines;

    private AlertWatch(Stream<String> lines) {
        this.lines = lines;
    }

    static AlertWatch open(Http http, Gateway gateway, Place place) {
        HttpRequest request =
                HttpRequest.newBuilder(place.gateway().resolve("/api/v1/feed"))
                        .header("Accept", "text/event-stream")
                        .header("Authorization", "Bearer " + gateway.login().token("nurse2"))
                        .build();
        HttpResponse<Stream<String>> answer =
                http.client().sendAsync(request, HttpResponse.BodyHandlers.ofLines()).join();
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("the feed answered " + answer.statusCode());
        }
        AlertWatch watch = new AlertWatch(answer.body());
        Thread.ofVirtual().start(watch::listen);
        return watch;
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

    private void listen() {
        try {
            lines.filter(line -> line.startsWith("data:") && line.contains("AlertRaised"))
                    .forEach(this::take);
        } catch (RuntimeException e) {
            // The feed was closed, by us or by the other side; what is missing is counted.
            due.clear();
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
        Thread.ofVirtual().start(lines::close);
    }
}
