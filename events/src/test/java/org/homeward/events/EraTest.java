package org.homeward.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class EraTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void theYearsThatAStoreHoldsAreKept() {
        assertThat(Era.check(NOW)).isEqualTo(NOW);
        assertThat(Era.clamp(NOW)).isEqualTo(NOW);
        assertThat(Era.check(LocalDate.of(1930, 2, 28))).isEqualTo("1930-02-28");
    }

    @Test
    void whatNoStoreHoldsIsNoTime() {
        assertThatThrownBy(() -> Era.check(Instant.MAX)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> Era.check(Instant.MIN)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> Era.check(LocalDate.MAX)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> Era.check(LocalDate.MIN)).isInstanceOf(DateTimeException.class);
        assertThat(Era.clamp(Instant.MAX)).isEqualTo("9999-12-31T00:00:00Z");
        assertThat(Era.clamp(Instant.MIN)).isEqualTo("0001-01-01T00:00:00Z");
    }
}
