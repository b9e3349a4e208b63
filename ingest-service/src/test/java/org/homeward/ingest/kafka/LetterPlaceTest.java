package org.homeward.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeward.events.Topics;
import org.homeward.ingest.intake.Logged;
import org.homeward.ingest.reading.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which refusals stand for a dead letter that can be sent again, and where it lies.
class LetterPlaceTest {
    private static final String LETTER = "dead-letters/3/17 ";
    private static final String FROM = " partition=1 offset=2 error-class=STORE_REFUSED";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "topic=readings",
                "topic=device-events",
                "ce_type=ReadingRecorded\n ce_id=1 topic=readings",
                "topic=alerts partition=1 offset=2 error-class=ITS_OWN topic=readings"
            })
    void thePlaceIsWhatTheRefusalsIdFollowsFrom(String headers) {
        assertThat(LetterPlace.of(refusal("DEAD_LETTER", LETTER + headers + FROM)))
                .contains(new LetterPlace(3, 17));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "topic=alerts",
                "topic=care-teams",
                "topic=telemetry",
                "topic=readings partition=1 offset=2 error-class=ITS_OWN topic=alerts"
            })
    void ofOtherTopicsItIsNone(String headers) {
        assertThat(LetterPlace.of(refusal("DEAD_LETTER", LETTER + headers + FROM))).isEmpty();
    }

    @Test
    void whatSaysAnotherPlaceOrNoneIsNone() {
        String other = "dead-letters/3/18 topic=readings" + FROM;
        assertThat(LetterPlace.of(refusal("DEAD_LETTER", other))).isEmpty();
        assertThat(LetterPlace.of(refusal("DEAD_LETTER", "dead-letters/3/17"))).isEmpty();
        String good = LETTER + "topic=readings" + FROM;
        assertThat(LetterPlace.of(refusal("UNREADABLE", good))).isEmpty();
    }

    private static Refusal refusal(String reason, String detail) {
        UUID id = Logged.idOf(Topics.DEAD_LETTERS, 3, 17);
        return new Refusal(
                id,
                null,
                List.of(reason),
                detail,
                null,
                null,
                "application/octet-stream",
                new byte[0],
                false,
                Instant.EPOCH,
                false,
                null);
    }
}
