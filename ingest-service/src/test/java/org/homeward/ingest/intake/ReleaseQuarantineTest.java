package org.homeward.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import org.homeward.ingest.device.Assignments;
import org.homeward.ingest.reading.Arrival;
import org.homeward.ingest.reading.Concern;
import org.homeward.ingest.reading.Reading;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.ucum.TestUnits;
import org.junit.jupiter.api.Test;

class ReleaseQuarantineTest {
    private final Ward ward = new Ward(Arrivals.worn());
    private final List<UUID> told = new ArrayList<>();
    private final List<Concern> concerns = new ArrayList<>();

    @Test
    void theOneThatWeFailOnIsSetAsideAndThoseBehindItComeThrough() {
        ward.waiting.addAll(List.of(Arrivals.pulse(0), Arrivals.unplannable(), Arrivals.pulse(2)));
        new ReleaseQuarantine(ward, this::publish, TestUnits.UCUM)
                .release()
                .await()
                .atMost(Duration.ofSeconds(20));
        assertThat(ward.waiting).isEmpty();
        assertThat(told).containsExactly(Arrivals.pulse(0).id(), Arrivals.pulse(2).id());
        assertThat(concerns)
                .extracting(Concern::kind)
                .containsExactly(Concern.Kind.PROCESSING_FAULT);
        assertThat(ward.refusals)
                .singleElement()
                .satisfies(r -> assertThat(r.reasons()).containsExactly("INTERNAL_FAULT"));
    }

    private CompletionStage<Void> publish(
            List<Reading> readings, List<Concern> concerns, Instant since) {
        readings.forEach(reading -> told.add(reading.id()));
        this.concerns.addAll(concerns);
        return CompletableFuture.completedFuture(null);
    }

    /// What waits, in its order.
    private static final class Ward implements Quarantine {
        final List<Arrival> waiting = new ArrayList<>();
        final List<Refusal> refusals = new ArrayList<>();
        private final Assignments assignments;

        Ward(Assignments assignments) {
            this.assignments = assignments;
        }

        @Override
        public Uni<Released> release(int most, BiFunction<List<Logged>, Known, BatchPlan> decide) {
            return Uni.createFrom()
                    .item(() -> List.copyOf(waiting.subList(0, Math.min(most, waiting.size()))))
                    .map(arrivals -> release(arrivals, decide));
        }

        private Released release(
                List<Arrival> arrivals, BiFunction<List<Logged>, Known, BatchPlan> decide) {
            BatchPlan plan =
                    decide.apply(
                            List.of(new Logged(-1, 0, arrivals, null, null)),
                            new Known(Map.of(), assignments, Map.of()));
            plan.settle(Map.of());
            refusals.addAll(plan.refusals());
            List<Reading> readings = plan.readings().stream().map(BatchPlan.Pending::item).toList();
            return new Released(
                    arrivals.stream().map(Arrival::id).toList(),
                    new ReadingStore.Settled(readings, plan.concerns(), List.of()));
        }

        @Override
        public Uni<Void> mark(List<UUID> ids) {
            waiting.removeIf(arrival -> ids.contains(arrival.id()));
            return Uni.createFrom().voidItem();
        }
    }
}
