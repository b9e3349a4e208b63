package org.homeward.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.events.CodeTable;
import org.homeward.events.Uuids;
import org.homeward.ingest.device.Assignment;
import org.homeward.ingest.device.Assignments;
import org.homeward.ingest.reading.Arrival;
import org.homeward.ingest.reading.Concern;
import org.homeward.ingest.reading.Intakes;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.sent.Path;
import org.homeward.ingest.sent.Sent;
import org.homeward.ingest.sent.SentReading;
import org.homeward.ingest.ucum.TestUnits;
import org.junit.jupiter.api.Test;

class BatchPlanTest {
    private static final UUID DEVICE = new UUID(1, 1);
    private static final UUID NOBODYS = new UUID(9, 9);
    private static final Intakes INTAKES = new Intakes(CodeTable.standard(), TestUnits.UCUM);

    @Test
    void everyItemHasExactlyOneFate() {
        BatchPlan plan =
                plan(
                        0,
                        logged(0, arrival(DEVICE, "a", "72")),
                        logged(1, arrival(DEVICE, "a", "72"), arrival(DEVICE, "b", "73")),
                        logged(2, arrival(DEVICE, "a", "99")),
                        logged(3, arrival(NOBODYS, "c", "72")),
                        new Logged(0, 4, List.of(), refusal(), null));
        plan.settle(Map.of());
        Tally tally = plan.tallies().getFirst();
        assertThat(tally.items()).isEqualTo(6);
        assertThat(tally.of(Fate.STORED)).isEqualTo(2);
        assertThat(tally.of(Fate.DUPLICATE)).isEqualTo(1);
        assertThat(tally.of(Fate.CONFLICT)).isEqualTo(1);
        assertThat(tally.of(Fate.QUARANTINED)).isEqualTo(1);
        assertThat(tally.of(Fate.REFUSED)).isEqualTo(1);
        assertThat(tally.from()).isZero();
        assertThat(tally.to()).isEqualTo(5);
    }

    @Test
    void whatIsRefusedTwiceIsCountedTwiceAndKeptOnce() {
        BatchPlan plan =
                plan(
                        0,
                        logged(0, arrival(DEVICE, "a", "72")),
                        logged(1, arrival(DEVICE, "a", "99")),
                        logged(2, arrival(DEVICE, "a", "99")),
                        new Logged(0, 3, List.of(), refusal(), null),
                        new Logged(0, 4, List.of(), refusal(), null));
        plan.settle(Map.of());
        assertThat(plan.refusals()).hasSize(2);
        assertThat(plan.tallies().getFirst().of(Fate.CONFLICT)).isEqualTo(2);
        assertThat(plan.tallies().getFirst().of(Fate.REFUSED)).isEqualTo(2);
    }

    @Test
    void whatIsBelowThePositionIsToldAgainAndNeitherWrittenNorCounted() {
        BatchPlan plan = plan(2, logged(0, arrival(DEVICE, "a", "72")));
        plan.settle(Map.of());
        assertThat(plan.tallies()).isEmpty();
        assertThat(plan.readings()).isEmpty();
        assertThat(plan.republished()).hasSize(1);
    }

    @Test
    void whatTheStoreAlreadyHasIsADuplicateOrAConflictByItsContent() {
        Arrival same = arrival(DEVICE, "a", "72");
        Arrival other = arrival(DEVICE, "b", "72");
        BatchPlan plan = plan(0, logged(0, same, other));
        plan.settle(
                Map.of(
                        same.id(), new Known.Earlier(Sent.NOW, Intakes.content(same)),
                        other.id(), new Known.Earlier(Sent.NOW, 42)));
        Tally tally = plan.tallies().getFirst();
        assertThat(tally.of(Fate.DUPLICATE)).isEqualTo(1);
        assertThat(tally.of(Fate.CONFLICT)).isEqualTo(1);
        assertThat(tally.of(Fate.STORED)).isZero();
        assertThat(plan.refusals()).hasSize(1);
        assertThat(plan.concerns()).hasSize(1);
        assertThat(plan.readings()).isEmpty();
    }

    @Test
    void aRecordThatIsSetAsideIsToldOncePerPatientAndForNobodysOnceToTheDevice() {
        Logged worn = logged(0, arrival(DEVICE, "a", "72"), arrival(DEVICE, "b", "73"));
        Logged nobodys = logged(1, arrival(NOBODYS, "c", "72"), arrival(NOBODYS, "d", "72"));
        BatchPlan plan =
                plan(
                        0,
                        worn.setAside("INTERNAL_FAULT", "planted"),
                        nobodys.setAside("INTERNAL_FAULT", "planted"));
        plan.settle(Map.of());
        assertThat(plan.concerns())
                .extracting(Concern::kind)
                .containsExactly(Concern.Kind.PROCESSING_FAULT, Concern.Kind.PROCESSING_FAULT);
        assertThat(plan.concerns())
                .extracting(Concern::patientId)
                .containsExactly(new UUID(2, 2), null);
        assertThat(plan.refusals()).hasSize(2);
        assertThat(plan.readings()).isEmpty();
    }

    private static BatchPlan plan(long position, Logged... batch) {
        Assignment worn =
                new Assignment(
                        DEVICE,
                        null,
                        null,
                        new UUID(2, 2),
                        Sent.NOW.minus(Duration.ofDays(9)),
                        null,
                        null);
        Known known = new Known(Map.of(0, position), new Assignments(List.of(worn)), Map.of());
        return BatchPlan.of(List.of(batch), known, INTAKES);
    }

    private static Logged logged(long offset, Arrival... arrivals) {
        return new Logged(0, offset, List.of(arrivals), null, null);
    }

    private static Arrival arrival(UUID device, String message, String value) {
        SentReading sent = Sent.withMessage(Sent.pulse(value), message);
        return new Arrival(
                Uuids.v5(device, "message", message), device, sent, Path.HTTP, Sent.NOW, Sent.NOW);
    }

    private static Refusal refusal() {
        Refusal.Sent sent =
                new Refusal.Sent(DEVICE, Path.HTTP, "text/plain", new byte[0], Sent.NOW);
        return Refusal.of(sent, new Refusal.Reason("UNREADABLE", "", null), new byte[0]);
    }
}
