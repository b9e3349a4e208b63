package org.homeward.ingest.sent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.homeward.events.CodeTable;
import org.homeward.ingest.ucum.TestUnits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmissionTest {
    private static final UUID DEVICE = new UUID(1, 1);

    private final Admission admission = new Admission(CodeTable.standard(), TestUnits.UCUM);

    @Test
    void theSameReadingHasTheSameIdWhateverItsValue() {
        assertThat(id(Sent.pulse("72"))).isEqualTo(id(Sent.pulse("73")));
    }

    @Test
    void anAliasIsTheSameReadingAsItsCanonicalCode() {
        assertThat(id(Sent.quantity("2708-6", "97", "%", Sent.NOW)))
                .isEqualTo(id(Sent.quantity("59408-5", "97", "%", Sent.NOW)));
    }

    @Test
    void anotherDeviceAnotherTimeAndAnotherSequenceAreOtherReadings() {
        SentReading sent = Sent.pulse("72");
        SentReading numbered =
                new SentReading(
                        0,
                        "",
                        sent.code(),
                        sent.value(),
                        List.of(),
                        sent.time(),
                        7L,
                        sent.context());
        assertThat(
                        List.of(
                                id(sent),
                                id(numbered),
                                id(Sent.quantity("8867-4", "72", "/min", Sent.NOW.plusMillis(1))),
                                ReadingId.of(new UUID(2, 2), sent, "8867-4")))
                .doesNotHaveDuplicates();
    }

    @Test
    void aMessageIdIsTheIdentityWhereThereIsOne() {
        SentReading first = Sent.withMessage(Sent.pulse("72"), "m-1");
        SentReading later =
                Sent.withMessage(
                        Sent.quantity("8867-4", "80", "/min", Sent.NOW.plusSeconds(9)), "m-1");
        assertThat(id(first)).isEqualTo(id(later));
    }

    @ParameterizedTest
    @CsvSource({
        "1234-5,72,/min,UNKNOWN_CODE,422",
        "8867-4,72,bpm,UNKNOWN_UNIT,422",
        "59408-5,97,mm[Hg],UNCONVERTIBLE_UNIT,422",
        "67775-7,1,1,UNSUPPORTED_VALUE,422",
        "85354-9,72,mm[Hg],INVALID_READING,400",
        "8867-4,1e17,/min,INVALID_VALUE,400",
        "29463-7,999999999999999,Gg,INVALID_VALUE,400",
    })
    void whatCannotBeUnderstoodIsTurnedAway(
            String code, String value, String unit, String reason, int status) {
        Verdict verdict = admission.admit(DEVICE, Sent.quantity(code, value, unit, Sent.NOW));
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Turned.class,
                        turned -> {
                            assertThat(turned.code()).isEqualTo(reason);
                            assertThat(turned.status()).isEqualTo(status);
                            assertThat(turned.detail()).startsWith("readings[0].");
                        });
    }

    @Test
    void controlSolutionNeverComesIntoTheChart() {
        SentReading control =
                Sent.of(
                        new SentCode(CodeTable.MDC, "160208"),
                        Sent.pulse("72").value(),
                        List.of(),
                        Sent.pulse("72").time());
        assertThat(admission.admit(DEVICE, control))
                .isInstanceOfSatisfying(
                        Verdict.Turned.class, t -> assertThat(t.code()).isEqualTo("NEVER_CHARTED"));
    }

    @Test
    void aPanelTakesItsOwnComponentsOnceEach() {
        SentReading twice =
                Sent.of(
                        SentCode.loinc("85354-9"),
                        SentValue.PANEL,
                        List.of(Sent.component("8480-6", "128"), Sent.component("8480-6", "129")),
                        Sent.pulse("72").time());
        assertThat(admission.admit(DEVICE, twice)).isInstanceOf(Verdict.Turned.class);
        assertThat(admission.admit(DEVICE, Sent.pressure("128", "81")))
                .isInstanceOf(Verdict.Admitted.class);
    }

    private UUID id(SentReading sent) {
        return ((Verdict.Admitted) admission.admit(DEVICE, sent)).id();
    }

    @Test
    void aBodyMayHaveThreeUnitsThatTheTableDoesNotList() {
        ForeignUnits foreign = admission.foreignUnits();
        List<String> units = List.of("/h", "/s", "/min", "/wk", "/h", "/mo", "1/min", "/a", "/s");
        List<String> verdicts =
                units.stream()
                        .map(unit -> Sent.quantity("8867-4", "1", unit, Sent.NOW))
                        .map(sent -> admission.admit(DEVICE, sent, foreign))
                        .map(v -> v instanceof Verdict.Turned turned ? turned.code() : "")
                        .toList();
        assertThat(verdicts)
                .containsExactly("", "", "", "", "", "TOO_MANY_UNITS", "", "TOO_MANY_UNITS", "");
    }
}
