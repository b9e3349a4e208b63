package org.homeward.gateway.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SightTest {
    private static final UUID MINE = new UUID(1, 1);
    private static final UUID THEIRS = new UUID(2, 2);
    private static final Instant THEN = Instant.EPOCH;

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
        assertThat(team.of(List.of(device(worn(MINE)), device(), device(past(THEIRS))))).hasSize(3);
    }

    @Test
    void anotherTeamsDeviceIsNotSeenEvenIfItWasOursOnce() {
        assertThat(team.of(List.of(device(worn(THEIRS)), device(past(MINE), worn(THEIRS)))))
                .isEmpty();
    }

    @Test
    void whoseItWasBeforeIsNotShown() {
        List<DeviceView> seen = team.of(List.of(device(past(THEIRS), worn(MINE))));
        assertThat(seen.getFirst().assignments()).containsExactly(worn(MINE));
    }

    @Test
    void administrationSeesEveryDeviceAndNoPatient() {
        List<DeviceView> seen =
                Sight.WITHOUT_PATIENTS.of(List.of(device(worn(MINE)), device(worn(THEIRS))));
        assertThat(seen).hasSize(2);
        assertThat(seen)
                .allSatisfy(
                        d ->
                                assertThat(d.assignments())
                                        .allSatisfy(a -> assertThat(a.patientId()).isNull()));
    }
}
