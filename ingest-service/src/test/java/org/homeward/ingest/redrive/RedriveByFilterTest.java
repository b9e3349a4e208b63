package org.homeward.ingest.redrive;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RedriveByFilterTest {
    private static final UUID JOB = new UUID(1, 1);
    private static final UUID FAILING = new UUID(2, 1);
    private static final UUID GONE = new UUID(2, 2);

    private final OneJob job = new OneJob();
    private final FailingStore store = new FailingStore();

    @SuppressWarnings("NullAway") // No refusal gets as far as a way.
    private final RedriveByFilter redrive =
            new RedriveByFilter(job, new RedriveRefusals(store, null));

    @Test
    void aRefusalThatAlwaysFailsIsLeftBehindAfterSomeAttempts() {
        List<Boolean> ended = new ArrayList<>();
        for (int i = 0; i < 4 && !job.finished; i++) {
            ended.add(
                    redrive.turn()
                            .onItemOrFailure()
                            .transform((_, e) -> e == null)
                            .await()
                            .indefinitely());
        }
        assertThat(ended).containsExactly(false, false, true);
        assertThat(job.counted)
                .containsExactly(
                        Map.entry(FAILING, RedriveByFilter.Count.REFUSED),
                        Map.entry(GONE, RedriveByFilter.Count.SKIPPED));
        assertThat(store.settled).containsExactly("it failed: IllegalStateException");
    }

    private static final class OneJob implements RedriveJobs {
        final Map<UUID, RedriveByFilter.Count> counted = new LinkedHashMap<>();
        boolean finished;

        @Override
        public Uni<Optional<RedriveJob>> open(UUID id, RefusalFilter filter, String by, int most) {
            return Uni.createFrom().item(Optional.empty());
        }

        @Override
        public Uni<Optional<RedriveJob>> find(UUID id) {
            return Uni.createFrom().item(Optional.empty());
        }

        @Override
        public Uni<Optional<Portion>> next(int most) {
            List<UUID> rest = new ArrayList<>(List.of(FAILING, GONE));
            rest.removeAll(counted.keySet());
            return Uni.createFrom()
                    .item(
                            finished
                                    ? Optional.empty()
                                    : Optional.of(new Portion(JOB, "desk", rest)));
        }

        @Override
        public Uni<Void> count(UUID of, UUID refusal, RedriveByFilter.Count as) {
            counted.put(refusal, as);
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> leave(UUID of, boolean end) {
            finished = end;
            return Uni.createFrom().voidItem();
        }
    }

    private static final class FailingStore implements RedriveStore {
        final List<String> settled = new ArrayList<>();

        @Override
        public Uni<Optional<KeptRefusal>> find(UUID id) {
            return id.equals(FAILING)
                    ? Uni.createFrom().failure(new IllegalStateException("planted"))
                    : Uni.createFrom().item(Optional.empty());
        }

        @Override
        public Uni<Boolean> claim(UUID id, String by) {
            return Uni.createFrom().item(true);
        }

        @Override
        public Uni<Void> settle(UUID id, Way.Verdict verdict) {
            settled.add(Objects.requireNonNull(verdict.fault()));
            return Uni.createFrom().voidItem();
        }
    }
}
