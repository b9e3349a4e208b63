package org.homeward.ingest.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.homeward.events.CodeTable;
import org.homeward.ingest.device.Assignment;
import org.homeward.ingest.device.Assignments;
import org.homeward.ingest.reading.Arrival;
import org.homeward.ingest.reading.Concern;
import org.homeward.ingest.reading.Intake;
import org.homeward.ingest.reading.Intakes;
import org.homeward.ingest.reading.Validity;
import org.homeward.ingest.sent.Path;
import org.homeward.ingest.sent.Sent;
import org.homeward.ingest.ucum.TestUnits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// By the heart failure pack: a change of more than 5 kg in 24 h is a question.
class IsThisThePatientTest {
    private static final UUID DEVICE = new UUID(1, 1);
    private static final UUID PATIENT = new UUID(2, 2);
    private static final Instant MORNING = Instant.parse("2026-11-12T06:00:00Z");

    private final Intakes intakes = new Intakes(CodeTable.standard(), TestUnits.UCUM);
    private final Assignments worn =
            new Assignments(
                    List.of(
                            new Assignment(
                                    DEVICE, null, null, PATIENT, Instant.EPOCH, null, null)));

    @ParameterizedTest
    @CsvSource({
        "64.2, 69.2, PT24H, VALID",
        "64.2, 69.3, PT24H, QUESTIONED",
        "64.2, 59.1, PT24H, QUESTIONED",
        "64.2, 69.3, PT1M, QUESTIONED",
        "64.2, 79.2, PT24H20M, QUESTIONED",
        "64.2, 74.2, PT48H, VALID",
        "64.2, 74.3, PT48H, QUESTIONED",
        "64.2, 150, PT337H, VALID"
    })
    void aChangeIsAQuestionByHowMuchAndHowFast(
            String before, String now, Duration apart, Validity validity) {
        IsThisThePatient question = question(value(before, MORNING));
        assertThat(validity(question.ask(weight(now, MORNING.plus(apart))))).isEqualTo(validity);
    }

    @Test
    void theFirstWeightOfAPatientIsNoQuestion() {
        assertThat(validity(question().ask(weight("79.2", MORNING)))).isEqualTo(Validity.VALID);
    }

    @Test
    void theHusbandOnTheScaleIsAskedAboutAndTheNextIsComparedWithTheWife() {
        IsThisThePatient question = question(value("64.2", MORNING.minus(Duration.ofDays(1))));
        Intake husband = question.ask(weight("79.2", MORNING));
        assertThat(husband.concerns())
                .extracting(Concern::kind)
                .containsExactly(Concern.Kind.IS_THIS_THE_PATIENT);
        assertThat(((Intake.Accepted) husband).reading().flags())
                .containsExactly("IS_THIS_THE_PATIENT");
        assertThat(validity(question.ask(weight("64.1", MORNING.plusSeconds(600)))))
                .isEqualTo(Validity.VALID);
    }

    @Test
    void weightsOfOneBatchAreComparedWithEachOther() {
        IsThisThePatient question = question();
        question.ask(weight("64.1", MORNING));
        assertThat(validity(question.ask(weight("79.2", MORNING.plusSeconds(600)))))
                .isEqualTo(Validity.QUESTIONED);
    }

    @Test
    void whatTheTableDoesNotAskAboutIsNotAskedAbout() {
        IsThisThePatient question = question();
        List<Validity> all = new ArrayList<>();
        for (String pulse : List.of("60", "190")) {
            all.add(validity(question.ask(decide("8867-4", pulse, "/min", MORNING))));
        }
        assertThat(all).containsOnly(Validity.VALID);
    }

    private static IsThisThePatient question(LastValues.Value... before) {
        return new IsThisThePatient(CodeTable.standard(), LastValues.of(List.of(before)));
    }

    private static LastValues.Value value(String kg, Instant at) {
        return new LastValues.Value(PATIENT, "29463-7", at, new BigDecimal(kg));
    }

    private Intake weight(String kg, Instant at) {
        return decide("29463-7", kg, "kg", at);
    }

    private Intake decide(String code, String value, String unit, Instant at) {
        return intakes.decide(
                new Arrival(
                        UUID.randomUUID(),
                        DEVICE,
                        Sent.quantity(code, value, unit, at),
                        Path.HTTP,
                        at.plusSeconds(1),
                        at.plusSeconds(1)),
                worn);
    }

    private static Validity validity(Intake intake) {
        return ((Intake.Accepted) intake).reading().validity();
    }
}
