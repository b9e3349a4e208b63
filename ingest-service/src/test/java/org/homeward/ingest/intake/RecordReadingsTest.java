package org.homeward.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.homeward.ingest.IngestConfig;
import org.homeward.ingest.Settings;
import org.homeward.ingest.door.ConcernLog;
import org.homeward.ingest.reading.Arrival;
import org.homeward.ingest.reading.Concern;
import org.homeward.ingest.reading.Reading;
import org.homeward.ingest.registry.DeviceSightings;
import org.homeward.ingest.registry.Sightings;
import org.homeward.ingest.ucum.TestUnits;
import org.junit.jupiter.api.Test;

class RecordReadingsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final MemoryStore store = new MemoryStore(Arrivals.worn());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<UUID> told = new ArrayList<>();
    private final List<Concern> concerns = new ArrayList<>();
    private final List<UUID> untellable = new ArrayList<>();
    private final RecordReadings record = record();

    @Test
    void aRecordThatWeFailOnIsSetAsideAndTheOthersAreStored() {
        List<Logged> batch = batch(9);
        batch.set(4, logged(4, Arrivals.unplannable()));
        run(batch);
        assertThat(told).hasSize(8);
        assertThat(store.refusals)
                .singleElement()
                .satisfies(r -> assertThat(r.reasons()).containsExactly("INTERNAL_FAULT"))
                .satisfies(r -> assertThat(r.deviceId()).isEqualTo(Arrivals.DEVICE));
        assertThat(concerns)
                .singleElement()
                .satisfies(c -> assertThat(c.kind()).isEqualTo(Concern.Kind.PROCESSING_FAULT))
                .satisfies(c -> assertThat(c.patientId()).isEqualTo(Arrivals.PATIENT));
        assertThat(store.items()).isEqualTo(9);
        assertThat(store.of(Fate.STORED)).isEqualTo(8);
        assertThat(store.of(Fate.REFUSED)).isEqualTo(1);
        assertThat(meters.counter("homeward.ingest.set.aside").count()).isEqualTo(1);
    }

    @Test
    void aRecordWithoutATimeIsToldOfTheOneWhoWoreTheDeviceWhenItCame() {
        run(List.of(logged(0, Arrivals.timeless())));
        assertThat(concerns)
                .singleElement()
                .satisfies(c -> assertThat(c.patientId()).isEqualTo(Arrivals.PATIENT));
        assertThat(store.items()).isEqualTo(1);
    }

    @Test
    void aRecordThatCannotBeToldIsSeenAmongTheRefusals() {
        List<Logged> batch = batch(4);
        UUID mute = batch.get(2).arrivals().getFirst().id();
        untellable.add(mute);
        run(batch);
        assertThat(told).doesNotContain(mute).hasSizeGreaterThanOrEqualTo(3);
        assertThat(store.refusals)
                .singleElement()
                .satisfies(r -> assertThat(r.reasons()).containsExactly("INTERNAL_FAULT"));
        assertThat(store.items()).isEqualTo(4);
    }

    @Test
    void aRecordWithoutReadingsThatTheStoreRefusesIsSetAsideToo() {
        store.unstorable.add(1L);
        run(List.of(logged(0, Arrivals.pulse(0)), logged(1), logged(2, Arrivals.pulse(2))));
        assertThat(told).hasSize(2);
        assertThat(store.refusals)
                .singleElement()
                .satisfies(r -> assertThat(r.reasons()).containsExactly("STORE_REFUSED"));
    }

    @Test
    void anOutageIsWaitedForHoweverItShows() {
        for (int i = 0; i < 6; i++) {
            store.failures.add(new IOException("the connection is gone"));
            store.failures.add(new IllegalStateException("the pool is closed"));
        }
        store.failures.add(new NullPointerException("a client that lost its connection"));
        run(batch(3));
        assertThat(store.refusals).isEmpty();
        assertThat(told).hasSize(3);
    }

    private void run(List<Logged> batch) {
        record.record(batch).await().atMost(PATIENCE);
    }

    private RecordReadings record() {
        IngestConfig config =
                Settings.of(
                        Map.of(
                                "homeward.ingest.pipeline.first-retry", "PT0.001S",
                                "homeward.ingest.pipeline.longest-retry", "PT0.002S"));
        Sightings sightings = new Sightings(new Unseen(), new ConcernLog(new ArrayList<>()));
        return new RecordReadings(
                store, this::publish, new FateCounts(meters), sightings, config, TestUnits.UCUM);
    }

    private CompletionStage<Void> publish(List<Reading> readings, List<Concern> concerns) {
        List<UUID> ids = readings.stream().map(Reading::id).toList();
        if (ids.stream().anyMatch(untellable::contains)) {
            throw new ArithmeticException("planted");
        }
        told.addAll(ids);
        this.concerns.addAll(concerns);
        return CompletableFuture.completedFuture(null);
    }

    private static List<Logged> batch(int size) {
        return new ArrayList<>(
                IntStream.range(0, size).mapToObj(i -> logged(i, Arrivals.pulse(i))).toList());
    }

    private static Logged logged(long offset, Arrival... arrivals) {
        return new Logged(0, offset, List.of(arrivals), null, null);
    }

    private static final class Unseen implements DeviceSightings {
        @Override
        public Uni<Void> seen(List<Sighting> sightings) {
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Optional<UUID>> wearer(UUID deviceId) {
            return Uni.createFrom().item(Optional.empty());
        }
    }
}
