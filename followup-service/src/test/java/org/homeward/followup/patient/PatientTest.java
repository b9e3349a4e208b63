package org.homeward.followup.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatientTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Patient ANNA =
            new Patient(
                    new PatientId(new UUID(1, 1)),
                    new Identity(
                            "Noël",
                            List.of("Anna"),
                            LocalDate.parse("1950-01-02"),
                            List.of(new Identifier("urn:ins", "123")),
                            "+33 1"),
                    Sex.FEMALE,
                    new UUID(2, 2),
                    Standing.ACTIVE,
                    null,
                    1,
                    1,
                    NOW);

    private static PatientPatch patch(
            @Nullable String family, @Nullable Standing standing, String... cleared) {
        return new PatientPatch(
                family, null, null, null, null, null, standing, null, NOW, Set.of(cleared));
    }

    @Test
    void aPatchChangesWhatItNamesAndRaisesTheVersion() {
        Patient patched = ANNA.patched(patch("Legrand", null));
        assertThat(patched.identity().family()).isEqualTo("Legrand");
        assertThat(patched.identity().given()).containsExactly("Anna");
        assertThat(patched.version()).isEqualTo(2);
    }

    @Test
    void aPatchThatChangesNothingKeepsTheVersion() {
        assertThat(ANNA.patched(patch("Noël", Standing.ACTIVE))).isSameAs(ANNA);
    }

    @Test
    void aNullInThePatchRemoves() {
        assertThat(ANNA.patched(patch(null, null, "phone")).identity().phone()).isNull();
    }

    @Test
    void deathHasATimeAndResumingTakesItBack() {
        Patient dead = ANNA.patched(patch(null, Standing.DECEASED));
        assertThat(dead.deceasedAt()).isEqualTo(NOW);
        assertThat(dead.patched(patch(null, Standing.ACTIVE)).deceasedAt()).isNull();
    }

    @Test
    void nothingThatNamesAPersonIsPrinted() {
        assertThat(ANNA.toString() + patch("Legrand", null))
                .doesNotContain("Noël", "Anna", "1950", "123", "+33", "Legrand");
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, true, false, monitored, ''",
        "ACTIVE, true, true, paused, ''",
        "ACTIVE, false, true, not monitored, nothing due",
        "DISCHARGED, true, false, not monitored, discharged",
        "DECEASED, true, true, not monitored, deceased"
    })
    void theStatusFollowsFromStandingPlanAndPause(
            Standing standing, boolean due, boolean paused, String status, String reason) {
        Monitoring monitoring = Monitoring.of(standing, due, paused);
        assertThat(monitoring.status()).isEqualTo(status);
        assertThat(monitoring.reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "LEGRAND NOËL, legrand noel",
        "Legrand-Noel, legrand noel",
        "O’Brien, o brien",
        "' Ødegård ', ødegard"
    })
    void namesAreComparedWithoutAccentsCaseAndHyphens(String name, String key) {
        assertThat(NameKey.of(name)).isEqualTo(key);
    }
}
