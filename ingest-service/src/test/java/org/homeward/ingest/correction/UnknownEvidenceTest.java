package org.homeward.ingest.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UnknownEvidenceTest {
    @Test
    void whatIsNotKnownNeedsASecondLook() {
        assertThat(new CriticalEvidence.Found(Set.of(), false).needsSecondLook()).isTrue();
        assertThat(new CriticalEvidence.Found(Set.of(), true).needsSecondLook()).isFalse();
        assertThat(new CriticalEvidence.Found(Set.of(UUID.randomUUID()), true).needsSecondLook())
                .isTrue();
    }
}
