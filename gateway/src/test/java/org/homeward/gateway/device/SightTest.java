package org.homeward.gateway.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SightTest {
    private static final UUID MINE = new UUID(1, 1);
    private static final UUID THEIRS = new UUID(2, 2);
    private static final Instant THEN = Instant.EPOCH;
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final Sight team = new Sight(false, true, Set.of(MINE));

    private static DeviceView device(AssignmentView... assignments) {
        return new DeviceView(
                new UUID(9, 9),
                null,
                null,
                null,
                null,
                null,
                "active",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Arrays.asList(assignments),
                null);
    }

    private static AssignmentView worn(UUID patient) {
        return new AssignmentView(new UUID(7, 7), patient, THEN, null, 1);
    }

    private static AssignmentView past(UUID patient) {
        return new AssignmentView(new UUID(8, 8), patient, THEN, THEN.plusSeconds(60), 1);
    }

    @Test
    void aTeamSeesItsPatientsDevicesAndUnwornOnes() {
        assertThat(team.of(List.of(device(worn(MINE)), device(), device(past(THEIRS))), NOW))
                .hasSize(3);
    }

    @Test
    void anotherTeamsDeviceIsNotSeenEvenIfItWasOursOnce() {
        assertThat(team.of(List.of(device(worn(THEIRS)), device(past(MINE), worn(THEIRS))), NOW))
                .isEmpty();
    }

    @Test
    void whoseItWasBeforeIsNotShown() {
        List<DeviceView> seen = team.of(List.of(device(past(THEIRS), worn(MINE))), NOW);
        assertThat(seen.getFirst().assignments()).containsExactly(worn(MINE));
    }

    @Test
    void administrationSeesEveryDeviceAndNoPatient() {
        List<DeviceView> seen =
                Sight.WITHOUT_PATIENTS.of(List.of(device(worn(MINE)), device(worn(THEIRS))), NOW);
        assertThat(seen).hasSize(2);
        assertThat(seen)
                .allSatisfy(
                        d ->
                                assertThat(d.assignments())
                                        .allSatisfy(a -> assertThat(a.patientId()).isNull()));
    }

    private static AssignmentView between(UUID patient, String from, String to) {
        return new AssignmentView(
                new UUID(6, 6), patient, Instant.parse(from), Instant.parse(to), 1);
    }

    @Test
    void aDeviceThatWillBeGivenBackIsWornUntilThen() {
        AssignmentView lent = between(THEIRS, "2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z");
        assertThat(team.of(List.of(device(lent), device(past(MINE), lent)), NOW)).isEmpty();
    }

    @Test
    void aDeviceThatWillBeWornIsSeenUntilThen() {
        AssignmentView planned = between(THEIRS, "2026-12-01T00:00:00Z", "2026-12-24T00:00:00Z");
        assertThat(team.of(List.of(device(planned)), NOW)).hasSize(1);
        assertThat(team.of(List.of(device(planned)), Instant.parse("2026-12-01T00:00:00Z")))
                .isEmpty();
    }

    @Test
    void whatADeviceSentForSomebodyElseIsNotCounted() {
        DeviceView refurbished =
                device(
                        between(THEIRS, "2026-11-01T00:00:00Z", "2026-11-10T09:00:00Z"),
                        between(MINE, "2026-11-10T10:00:00Z", "2026-11-20T00:00:00Z"));
        assertThat(List.of(9, 10, 11, 19, 20))
                .map(day -> team.sees(refurbished, LocalDate.of(2026, 11, day)))
                .containsExactly(false, false, true, true, false);
        assertThat(Sight.WITHOUT_PATIENTS.sees(refurbished, LocalDate.of(2026, 11, 9))).isTrue();
    }
}
