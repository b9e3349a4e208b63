package org.homeward.ingest.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.homeward.ingest.attribution.AssignmentStore.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AssignmentCorrectionTest {
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final Worn BEFORE = new Worn(ONE, new Stretch(day(10), day(20)));
    private static final int VERSION = 3;

    private static Instant day(int day) {
        return Instant.parse("2026-11-01T00:00:00Z").plusSeconds(86_400L * day);
    }

    private static AssignmentCorrection decide(int version, Correction.Change change) {
        Correction.Word word = new Correction.Word("somebody", day(30), "swapped");
        return AssignmentCorrection.decide(
                new Correction(OTHER, ONE, version, change, word), BEFORE, VERSION);
    }

    private static AssignmentCorrection patched(
            @Nullable UUID patient, @Nullable Instant from, boolean says, @Nullable Instant until) {
        return decide(VERSION, new Correction.Patch(patient, from, says, until));
    }

    @Test
    void anotherPatientChangesAllOfTheTime() {
        AssignmentCorrection decided = patched(OTHER, null, false, null);
        assertThat(decided.outcome())
                .isEqualTo(new Outcome.Corrected(new Worn(OTHER, BEFORE.stretch()), VERSION + 1));
        assertThat(decided.stretches()).contains(BEFORE.stretch());
    }

    @Test
    void anotherBeginningOrEndChangesWhatLiesBetween() {
        assertThat(patched(null, day(12), false, null).stretches())
                .containsExactly(new Stretch(day(10), day(12)));
        assertThat(patched(null, day(8), true, day(18)).stretches())
                .containsExactly(new Stretch(day(8), day(10)), new Stretch(day(18), day(20)));
    }

    @Test
    void anEndThatIsTakenAwayChangesAllThatComesAfterIt() {
        assertThat(patched(null, null, true, null).stretches())
                .containsExactly(new Stretch(day(20), null));
    }

    @Test
    void whatIsTakenBackChangesAllOfTheTime() {
        AssignmentCorrection decided = decide(VERSION, new Correction.Removal());
        assertThat(decided.outcome()).isEqualTo(new Outcome.Removed());
        assertThat(decided.stretches()).containsExactly(BEFORE.stretch());
    }

    @Test
    void whatSaysTheSameIsNoNewVersion() {
        AssignmentCorrection decided = patched(ONE, day(10), false, null);
        assertThat(decided.outcome()).isEqualTo(new Outcome.Corrected(BEFORE, VERSION));
        assertThat(decided.isCarriedOut()).isFalse();
    }

    @Test
    void anotherVersionOrAnEndBeforeTheBeginningChangesNothing() {
        assertThat(decide(VERSION - 1, new Correction.Removal()))
                .isEqualTo(
                        new AssignmentCorrection(new Outcome.Stale(), null, java.util.List.of()));
        AssignmentCorrection backwards = patched(null, day(20), false, null);
        assertThat(backwards.outcome()).isEqualTo(new Outcome.Backwards());
        assertThat(backwards.isCarriedOut()).isFalse();
    }
}
