package org.homeward.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.events.CodeTable;
import org.homeward.ingest.device.Assignment;
import org.homeward.ingest.device.Assignments;
import org.homeward.ingest.sent.Path;
import org.homeward.ingest.sent.Sent;
import org.homeward.ingest.sent.SentCode;
import org.homeward.ingest.sent.SentComponent;
import org.homeward.ingest.sent.SentReading;
import org.homeward.ingest.sent.SentTime;
import org.homeward.ingest.sent.SentValue;
import org.homeward.ingest.sent.Special;
import org.homeward.ingest.ucum.TestUnits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntakesTest {
    private static final UUID DEVICE = new UUID(1, 1);
    private static final UUID PATIENT = new UUID(2, 2);
    private static final Instant NOW = Sent.NOW;

    private final Intakes intakes = new Intakes(CodeTable.standard(), TestUnits.UCUM);

    @Test
    void aReadingIsThePatientsWhoWoreTheDeviceWhenItMeasured() {
        Intake.Accepted accepted = accepted(Sent.pulse("72"), worn(null));
        assertThat(accepted.reading().patientId()).isEqualTo(PATIENT);
        assertThat(accepted.reading().validity()).isEqualTo(Validity.VALID);
        assertThat(accepted.concerns()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "41653-7, 2050, mg/dL, BELOW_RANGE, VALID",
        "41653-7, 8388606, mmol/L, ABOVE_RANGE, VALID",
        "59408-5, 2047, %, NOT_A_NUMBER, INVALID",
        "20150-9, 2047, mL, , VALID",
        "59408-5, 2000, %, , INVALID"
    })
    void aNumberThatIsAWordInADevicesOwnCodingIsTakenAsThatWhereNoInstrumentGivesIt(
            String code, String number, String unit, @Nullable Special special, Validity validity) {
        Intake.Accepted accepted = accepted(Sent.quantity(code, number, unit, NOW), worn(null));
        assertThat(accepted.reading().measure().special()).isEqualTo(special);
        assertThat(accepted.reading().validity()).isEqualTo(validity);
    }

    @Test
    void nobodysReadingWaits() {
        assertThat(decide(Sent.pulse("72"), new Assignments(List.of())))
                .isInstanceOf(Intake.Quarantined.class);
        SentReading early = Sent.quantity("8867-4", "72", "/min", NOW.minus(Duration.ofDays(400)));
        assertThat(decide(early, worn(null))).isInstanceOf(Intake.Quarantined.class);
    }

    @Test
    void afterTheEndOfCareAReadingIsRefusedAndSomebodyIsTold() {
        Intake intake = decide(Sent.pulse("72"), worn(NOW.minusSeconds(60)));
        assertThat(intake).isInstanceOf(Intake.Refused.class);
        assertThat(intake.concerns())
                .singleElement()
                .extracting(Concern::kind)
                .isEqualTo(Concern.Kind.DISCHARGED_PATIENT);
    }

    @Test
    void beforeTheEndOfCareItIsHistoryHoweverLateItComes() {
        SentReading old = Sent.quantity("8867-4", "72", "/min", NOW.minus(Duration.ofDays(30)));
        assertThat(decide(old, worn(NOW.minusSeconds(60)))).isInstanceOf(Intake.Accepted.class);
    }

    @ParameterizedTest
    @CsvSource({"RECEIVED,UNKNOWN", "RELATIVE,SUSPECT"})
    void aDeviceWithoutAClockIsKnownByItsReceiptAndHasNoFault(
            SentTime.Precision said, TimeQuality quality) {
        SentReading pulse = Sent.pulse("72");
        SentReading sent =
                Sent.of(
                        pulse.code(),
                        pulse.value(),
                        List.of(),
                        new SentTime(NOW.minusSeconds(60), 0, said));
        Intake.Accepted accepted = accepted(sent, worn(null));
        assertThat(accepted.reading().times().quality()).isEqualTo(quality);
        assertThat(accepted.reading().times().measured()).isEqualTo(NOW.minusSeconds(60));
        assertThat(accepted.reading().flags()).containsExactly("TIME_OF_RECEIPT");
        assertThat(accepted.reading().validity()).isEqualTo(Validity.VALID);
        assertThat(accepted.concerns()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S,EXACT,true",
        "-P30D,EXACT,true",
        "PT5M,EXACT,true",
        "PT6M,SUSPECT,true",
        "PT24H,SUSPECT,true",
        "P2D,UNKNOWN,false",
        "-P20000D,UNKNOWN,false",
    })
    void theTimeIsJudgedByTheTimeOfReceipt(Duration shift, TimeQuality quality, boolean kept) {
        SentReading sent = Sent.quantity("8867-4", "72", "/min", NOW.plus(shift));
        MeasuredTime time = MeasuredTime.judge(sent.time(), NOW);
        assertThat(time.quality()).isEqualTo(quality);
        assertThat(time.at()).isEqualTo(kept ? NOW.plus(shift) : NOW);
    }

    @Test
    void aWrongClockIsTold() {
        SentReading sent = Sent.quantity("8867-4", "72", "/min", NOW.plus(Duration.ofDays(2)));
        Intake.Accepted accepted = accepted(sent, worn(null));
        assertThat(accepted.reading().times().measured()).isEqualTo(NOW);
        assertThat(accepted.concerns())
                .extracting(Concern::kind)
                .containsExactly(Concern.Kind.CLOCK_FAULT);
    }

    /// From when nobody had the device, long before anything that is kept in one.
    @ParameterizedTest
    @ValueSource(strings = {"2000-01-01T00:03:00Z", "2024-05-17T08:00:00Z", "1980-01-06T00:00:00Z"})
    void aClockThatLostItsPowerIsRecognised(Instant at) {
        SentReading sent = Sent.quantity("8867-4", "72", "/min", at);
        Intake.Accepted accepted = accepted(sent, worn(null));
        assertThat(accepted.reading().times().measured()).isEqualTo(NOW);
        assertThat(accepted.reading().times().quality()).isEqualTo(TimeQuality.UNKNOWN);
        assertThat(accepted.reading().flags()).containsExactly("CLOCK_FAULT");
        assertThat(accepted.arrival().mayMoveInTime()).isTrue();
    }

    @Test
    void whatSomebodyHadTheDeviceForIsHistoryHoweverOldItIs() {
        Instant birth = Instant.parse("1999-01-01T00:00:00Z");
        Assignments ever =
                new Assignments(
                        List.of(new Assignment(DEVICE, null, null, PATIENT, birth, null, null)));
        SentReading sent = Sent.quantity("8867-4", "72", "/min", birth.plusSeconds(1));
        Intake.Accepted accepted = (Intake.Accepted) decide(sent, ever);
        assertThat(accepted.reading().times().quality()).isEqualTo(TimeQuality.EXACT);
    }

    @ParameterizedTest
    @CsvSource({
        "-1200,-PT20M,SUSPECT",
        "-1200,-P2D,SUSPECT",
        "-1200,PT0S,EXACT",
        "400,PT4M,SUSPECT",
        "-6000000,-PT1M,EXACT",
    })
    void readingsByAClockKnownToBeWrongAreDoubted(int clock, Duration shift, TimeQuality quality) {
        Instant from = NOW.minus(Duration.ofDays(365));
        Assignments worn =
                new Assignments(
                        List.of(new Assignment(DEVICE, null, clock, PATIENT, from, null, null)));
        SentReading sent = Sent.quantity("8867-4", "72", "/min", NOW.plus(shift));
        Intake.Accepted accepted = (Intake.Accepted) decide(sent, worn);
        assertThat(accepted.reading().times().quality()).isEqualTo(quality);
        assertThat(accepted.reading().times().measured()).isEqualTo(NOW.plus(shift));
        assertThat(accepted.concerns()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"DAY,PT10H,false", "DAY,PT25H,true", "MONTH,PT25H,false", "YEAR,P20D,false"})
    void aPartialDateIsNobodysWhereTheDeviceChangedHandsWithinIt(
            SentTime.Precision precision, Duration handover, boolean one) {
        Instant start = Instant.parse("2026-03-01T00:00:00Z");
        Instant changed = start.plus(handover);
        Assignments two =
                new Assignments(
                        List.of(
                                new Assignment(
                                        DEVICE, null, null, PATIENT, Instant.EPOCH, changed, null),
                                new Assignment(
                                        DEVICE, null, null, new UUID(9, 9), changed, null, null)));
        SentReading sent =
                Sent.of(
                        SentCode.loinc("8867-4"),
                        Sent.pulse("72").value(),
                        List.of(),
                        new SentTime(start, 0, precision));
        Intake intake = decide(sent, two);
        if (one) {
            assertThat(((Intake.Accepted) intake).reading().patientId()).isEqualTo(PATIENT);
        } else {
            assertThat(((Intake.Refused) intake).reason()).isEqualTo("SEVERAL_WEARERS");
        }
    }

    @Test
    void aPartialDateIsTakenAsThat() {
        SentReading sent =
                Sent.of(
                        SentCode.loinc("8867-4"),
                        Sent.pulse("72").value(),
                        List.of(),
                        new SentTime(NOW.minusSeconds(36000), 0, SentTime.Precision.DAY));
        assertThat(accepted(sent, worn(null)).reading().times().quality())
                .isEqualTo(TimeQuality.DATE_ONLY);
    }

    @ParameterizedTest
    @CsvSource({
        "8867-4,900,/min,INVALID",
        "8867-4,220,/min,VALID",
        "59408-5,140,%,INVALID",
        "29463-7,0,kg,INVALID",
        "8310-5,98.6,[degF],VALID",
        "8310-5,98.6,Cel,INVALID",
        "41653-7,3.9,mmol/L,VALID",
    })
    void limitsAreTheInstruments(String code, String value, String unit, Validity validity) {
        Intake.Accepted accepted = accepted(Sent.quantity(code, value, unit, NOW), worn(null));
        assertThat(accepted.reading().validity()).isEqualTo(validity);
        assertThat(accepted.concerns()).hasSize(validity == Validity.VALID ? 0 : 1);
    }

    @Test
    void whatWasSentStaysBesideWhatItMeans() {
        Measure measure =
                accepted(Sent.quantity("15074-8", "3.9", "mmol/L", NOW), worn(null))
                        .reading()
                        .measure();
        assertThat(measure.code()).isEqualTo("41653-7");
        assertThat(measure.sourceCode()).isEqualTo("15074-8");
        assertThat(measure.value()).isEqualByComparingTo("70");
        assertThat(measure.source()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"128,81,VALID", "81,81,QUESTIONED", "70,81,QUESTIONED", "400,81,INVALID"})
    void pressuresMustNotCross(String systolic, String diastolic, Validity validity) {
        assertThat(accepted(Sent.pressure(systolic, diastolic), worn(null)).reading().validity())
                .isEqualTo(validity);
    }

    @Test
    void aPressureIsWholeWithoutItsMean() {
        SentComponent none =
                new SentComponent(
                        SentCode.loinc("8478-0"), new SentValue.Marked(Special.NOT_A_NUMBER));
        SentReading pressure = panel(Sent.component("8480-6", "116"), none);
        assertThat(accepted(pressure, worn(null)).reading().validity()).isEqualTo(Validity.VALID);
        SentComponent lower =
                new SentComponent(
                        SentCode.loinc("8462-4"), new SentValue.Marked(Special.NOT_A_NUMBER));
        SentReading half = panel(Sent.component("8480-6", "116"), lower);
        assertThat(accepted(half, worn(null)).reading().validity()).isEqualTo(Validity.INVALID);
    }

    private static SentReading panel(SentComponent... components) {
        return Sent.of(
                SentCode.loinc("85354-9"),
                SentValue.PANEL,
                List.of(components),
                SentTime.exact(NOW, 0));
    }

    @Test
    void whatTheDeviceItselfDoubtsIsQuestioned() {
        SentReading sure = Sent.pulse("72");
        SentReading doubted =
                new SentReading(
                        0,
                        "",
                        sure.code(),
                        sure.value(),
                        List.of(),
                        sure.time(),
                        null,
                        Map.of("measurementStatus", "questionable"));
        Intake.Accepted accepted = accepted(doubted, worn(null));
        assertThat(accepted.reading().validity()).isEqualTo(Validity.QUESTIONED);
        assertThat(accepted.concerns()).isEmpty();
    }

    @Test
    void aTimeThatCannotBeTrustedIsThatOfReceipt() {
        SentTime any =
                new SentTime(NOW.minus(Duration.ofDays(30)), 0, SentTime.Precision.UNTRUSTED);
        SentReading sent =
                Sent.of(Sent.pulse("72").code(), Sent.pulse("72").value(), List.of(), any);
        Reading reading = accepted(sent, worn(null)).reading();
        assertThat(reading.times().measured()).isEqualTo(reading.times().received());
        assertThat(reading.times().quality()).isEqualTo(TimeQuality.UNKNOWN);
        assertThat(reading.flags()).containsExactly("CLOCK_FAULT");
    }

    @ParameterizedTest
    @CsvSource({
        "BELOW_RANGE,VALID",
        "ABOVE_RANGE,VALID",
        "NOT_A_NUMBER,INVALID",
        "NOT_AT_THIS_RESOLUTION,INVALID"
    })
    void lowAndHighAreFindingsAndTheOthersNoReading(Special special, Validity validity) {
        SentReading sent =
                Sent.of(
                        SentCode.loinc("41653-7"),
                        new SentValue.Marked(special),
                        List.of(),
                        Sent.pulse("72").time());
        Reading reading = accepted(sent, worn(null)).reading();
        assertThat(reading.validity()).isEqualTo(validity);
        assertThat(reading.measure().special()).isEqualTo(special);
    }

    @Test
    void theSameContentHasTheSameHashAndOtherContentAnother() {
        assertThat(Content.hash(Sent.pulse("72"))).isEqualTo(Content.hash(Sent.pulse("72.0")));
        assertThat(Content.hash(Sent.pulse("72"))).isNotEqualTo(Content.hash(Sent.pulse("73")));
    }

    private static Assignments worn(@Nullable Instant careEnded) {
        Instant from = NOW.minus(Duration.ofDays(365));
        return new Assignments(
                List.of(new Assignment(DEVICE, null, null, PATIENT, from, null, careEnded)));
    }

    private Intake decide(SentReading sent, Assignments assignments) {
        return intakes.decide(
                new Arrival(new UUID(3, 3), DEVICE, sent, Path.HTTP, NOW, NOW), assignments);
    }

    private Intake.Accepted accepted(SentReading sent, Assignments assignments) {
        return (Intake.Accepted) decide(sent, assignments);
    }
}
