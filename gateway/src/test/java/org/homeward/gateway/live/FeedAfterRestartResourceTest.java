package org.homeward.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.homeward.gateway.Events;
import org.homeward.gateway.GatewayConfig;
import org.homeward.gateway.RealGateway;
import org.homeward.gateway.role.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A gateway that went down and came up again knows nothing of its clients: the feed's parts are
/// made anew here over the same topics, as a start makes them.
@QuarkusTest
class FeedAfterRestartResourceTest implements RealGateway {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final String PATIENT = UUID.randomUUID().toString();

    @Inject FeedConsumers consumers;
    @Inject GatewayConfig config;
    @Inject ObjectMapper json;

    private LiveLog running;

    @AfterEach
    void stop() {
        running.stop(new ShutdownEvent());
    }

    /// One life of the gateway, with one client.
    private List<Feed.Line> life(String lastEventId) {
        FeedEvents events = new FeedEvents();
        LiveLog log = new LiveLog(consumers, events);
        CatchUp catchUp = new CatchUp(consumers, events, log, config);
        running = log;
        log.start(new StartupEvent());
        await().atMost(SOON).until(() -> log.position().isPresent());
        OffsetVector now = log.position().orElseThrow();
        OffsetVector from =
                lastEventId == null ? now : OffsetVector.parse(lastEventId, now).orElseThrow();
        List<Feed.Line> got = new CopyOnWriteArrayList<>();
        Multi.createFrom()
                .<Feed.Line>emitter(
                        out -> {
                            Feed feed = new Feed(client(), config.feed().clientBuffer(), json, out);
                            catchUp.start(feed, from.copy());
                        },
                        BackPressureStrategy.ERROR)
                .subscribe()
                .with(got::add);
        return got;
    }

    private static Feed.Client client() {
        Caller caller = new Caller("somebody", Set.of(), "", Instant.MAX);
        return new Feed.Client(caller, "en", Set.of(UUID.fromString(PATIENT)), () -> {});
    }

    private static String sent() {
        String reading = UUID.randomUUID().toString();
        Events.reading(PATIENT, reading, Instant.now());
        return reading;
    }

    private static List<String> ids(List<Feed.Line> lines) {
        return lines.stream()
                .map(line -> line.data().replaceFirst(".*\"id\":\"([^\"]+)\".*", "$1"))
                .toList();
    }

    @Test
    void whoComesBackAfterItMissesNothingAndGetsNothingTwice() {
        List<Feed.Line> before = life(null);
        List<String> seen = Stream.generate(FeedAfterRestartResourceTest::sent).limit(5).toList();
        await().atMost(SOON).until(() -> before.size() >= 5);
        assertThat(ids(before)).containsExactlyElementsOf(seen);
        String lastTaken = before.get(2).id();
        running.stop(new ShutdownEvent());

        List<String> due = Stream.generate(FeedAfterRestartResourceTest::sent).limit(25).toList();
        List<Feed.Line> after = life(lastTaken);
        String live = sent();
        await().atMost(SOON).until(() -> ids(after).contains(live));
        assertThat(ids(after))
                .containsExactlyElementsOf(
                        Stream.of(seen.subList(3, 5), due, List.of(live))
                                .flatMap(List::stream)
                                .toList());
        assertThat(after).extracting(Feed.Line::name).containsOnly("reading");
    }
}
