package org.homeward.ingest.intake;

import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.homeward.ingest.device.Assignments;
import org.homeward.ingest.reading.Reading;
import org.homeward.ingest.reading.Refusal;

/// A store that keeps what it is given and fails as it is told to.
final class MemoryStore implements ReadingStore {
    final List<Refusal> refusals = new ArrayList<>();
    final List<Tally> tallies = new ArrayList<>();
    final Deque<Throwable> failures = new ArrayDeque<>();
    final Set<Long> unstorable = new HashSet<>();
    private final Map<UUID, Reading> stored = new HashMap<>();
    private final Map<Integer, Long> positions = new HashMap<>();
    private final Assignments assignments;

    MemoryStore(Assignments assignments) {
        this.assignments = assignments;
    }

    @Override
    public Uni<Settled> store(List<Logged> batch, Function<Known, BatchPlan> decide) {
        return Uni.createFrom()
                .deferred(
                        () ->
                                failures.isEmpty()
                                        ? Uni.createFrom().item(keep(batch, decide))
                                        : Uni.createFrom().failure(failures.pop()));
    }

    private Settled keep(List<Logged> batch, Function<Known, BatchPlan> decide) {
        if (batch.stream()
                .anyMatch(l -> l.unreadable() == null && unstorable.contains(l.offset()))) {
            throw new DataError("22000", new IllegalStateException("planted"));
        }
        BatchPlan plan = decide.apply(new Known(Map.copyOf(positions), assignments, Map.of()));
        plan.settle(Map.of());
        plan.tallies().forEach(tally -> positions.put(tally.partition(), tally.to()));
        refusals.addAll(plan.refusals());
        tallies.addAll(plan.tallies());
        List<Reading> told = new ArrayList<>();
        plan.readings().forEach(pending -> told.add(pending.item()));
        told.forEach(reading -> stored.put(reading.id(), reading));
        plan.republished().keySet().forEach(id -> told.add(stored.get(id)));
        return new Settled(told, plan.concerns(), plan.tallies());
    }

    int items() {
        return tallies.stream().mapToInt(Tally::items).sum();
    }

    int of(Fate fate) {
        return tallies.stream().mapToInt(tally -> tally.of(fate)).sum();
    }
}
