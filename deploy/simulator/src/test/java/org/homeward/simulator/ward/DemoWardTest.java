package org.homeward.simulator.ward;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.homeward.simulator.body.Body;
import org.homeward.simulator.body.Scenario;
import org.homeward.simulator.device.Measurement;
import org.junit.jupiter.api.Test;

class DemoWardTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void theWardHasTenPatientsOfTeamAAndTwoOfTeamB() {
        assertThat(DemoWard.patients()).filteredOn(p -> p.team().equals("a")).hasSize(10);
        assertThat(DemoWard.patients()).filteredOn(p -> p.team().equals("b")).hasSize(2);
        assertThat(DemoWard.patients()).extracting(WardPatient::bed).doesNotHaveDuplicates();
    }

    @Test
    void exactlyOnePatientGetsWorse() {
        assertThat(DemoWard.patients())
                .filteredOn(p -> p.scenario() == Scenario.DETERIORATING_RESPIRATORY)
                .hasSize(1);
    }

    @Test
    void theGpThePatientAndTheCarerBelongToSomebodyOfTeamA() {
        assertThat(DemoWard.patients())
                .filteredOn(p -> p.team().equals("a"))
                .flatExtracting(WardPatient::people)
                .containsExactlyInAnyOrder("gp", "patient", "carer");
    }

    @Test
    void everybodyHasSomethingDueAndDevicesThatMeasureWhatABodyHas() {
        assertThat(DemoWard.patients())
                .allSatisfy(p -> assertThat(p.plan().path("measurements")).isNotEmpty())
                .flatExtracting(WardPatient::devices)
                .flatExtracting(WardPatient.Device::codes)
                .allMatch(code -> Body.codes().contains(code));
    }

    @Test
    void theHistoryStaysInsideThePlansThresholds() {
        for (WardPatient patient : DemoWard.patients()) {
            Body body =
                    new Body(patient.seed(), patient.scenario(), NOON.minus(Duration.ofDays(30)));
            List<Measurement> day =
                    History.of(calm(body), Body.codes(), NOON.minus(Duration.ofDays(2)), NOON);
            patient.plan()
                    .path("thresholds")
                    .forEach(
                            t ->
                                    assertThat(values(day, t.path("code").asText()))
                                            .allMatch(v -> v >= t.path("low").asDouble(0))
                                            .allMatch(v -> v <= t.path("high").asDouble(1e9)));
            assertThat(values(day, "59408-5")).allMatch(v -> v > 91);
        }
    }

    @Test
    void theSameSlotHasTheSameMessageIdAtEveryStart() {
        Body body = new Body(1, Scenario.STABLE, NOON);
        Instant from = NOON.minus(Duration.ofHours(6));
        List<Measurement> first = History.of(body, List.of("8867-4"), from, NOON);
        List<Measurement> second =
                History.of(body, List.of("8867-4"), from.plusSeconds(600), NOON.plusSeconds(60));

        assertThat(second).containsAll(first.subList(1, first.size()));
    }

    private static Body calm(Body body) {
        return body.scenario() == Scenario.DETERIORATING_RESPIRATORY
                ? new Body(body.seed(), body.scenario(), Instant.MAX)
                : body;
    }

    private static List<Double> values(List<Measurement> measurements, String code) {
        return measurements.stream()
                .flatMap(m -> m.values().stream())
                .filter(v -> v.code().equals(code))
                .map(v -> v.value().doubleValue())
                .toList();
    }
}
