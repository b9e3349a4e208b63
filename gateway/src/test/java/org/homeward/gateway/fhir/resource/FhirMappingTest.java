package org.homeward.gateway.fhir.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.gateway.fhir.resource.R4Validator.assertValid;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.homeward.events.Code;
import org.homeward.events.CodeTable;
import org.homeward.gateway.reading.ReadingView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every resource that can leave is one that HL7's validator accepts.
class FhirMappingTest {
    private static final ReadingView BLOOD_PRESSURE =
            Views.panel(
                            "85354-9",
                            Views.component("8480-6", "128"),
                            Views.component("8462-4", "81"),
                            Views.component("8478-0", "96.7"))
                    .view();

    static Stream<Code> measured() {
        return CodeTable.standard().rows().stream().filter(row -> row.kind() == Code.Kind.QUANTITY);
    }

    @ParameterizedTest
    @MethodSource("measured")
    void aReadingOfEveryCodeIsAValidVitalSign(Code code) {
        Observation observation = FhirObservation.of(Views.typical(code).view(), "en");
        assertValid(observation);
        assertThat(observation.getValueQuantity().getCode()).isEqualTo(code.unit());
        assertThat(observation.getCode().getCodingFirstRep().getDisplay()).isEqualTo(code.en());
    }

    @Test
    void everyVitalSignOfTheStandardNamesItsProfile() {
        for (VitalSign sign : VitalSign.values()) {
            assertThat(CodeTable.standard().loinc(sign.code())).isPresent();
        }
        assertThat(FhirObservation.of(BLOOD_PRESSURE, "en").getMeta().getProfile())
                .extracting(one -> one.getValue())
                .containsExactly("http://hl7.org/fhir/StructureDefinition/bp");
    }

    @Test
    void aBloodPressureIsOneObservationWithItsParts() {
        Observation observation = FhirObservation.of(BLOOD_PRESSURE, "fr");
        assertValid(observation);
        assertThat(observation.hasValue()).isFalse();
        assertThat(observation.getComponent())
                .extracting(one -> one.getValueQuantity().getValue().toPlainString())
                .containsExactly("128", "81", "96.7");
        assertThat(observation.getCode().getText()).isEqualTo("Pression artérielle");
    }

    @Test
    void aPartThatIsMissingIsSaidToBeMissing() {
        ReadingView half = Views.panel("85354-9", Views.component("8480-6", "128")).view();
        Observation observation = FhirObservation.of(half, "en");
        assertValid(observation);
        assertThat(observation.getComponent()).hasSize(2);
        assertThat(observation.getComponent().get(1).hasDataAbsentReason()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "below-range,negative-infinity",
        "above-range,positive-infinity",
        "not-a-number,not-a-number",
        "not-at-this-resolution,unknown"
    })
    void aDevicesWordInPlaceOfANumberBecomesTheReason(String special, String reason) {
        Observation observation = FhirObservation.of(Views.special("8867-4", special).view(), "en");
        assertValid(observation);
        assertThat(observation.hasValue()).isFalse();
        assertThat(observation.getDataAbsentReason().getCodingFirstRep().getCode())
                .isEqualTo(reason);
    }

    @Test
    void anImpossibleValueLeavesAsAnErrorAndNeverAsANumber() {
        ReadingView impossible =
                Views.quantity("8867-4", "900", "/min")
                        .view("exact", "invalid", List.of("IMPOSSIBLE_VALUE"));
        Observation observation = FhirObservation.of(impossible, "en");
        assertValid(observation);
        assertThat(observation.hasValue()).isFalse();
        assertThat(observation.getDataAbsentReason().getCodingFirstRep().getCode())
                .isEqualTo("error");
    }

    @Test
    void aDateWithoutATimeStaysADate() {
        ReadingView history =
                Views.quantity("29463-7", "70.10", "kg").view("date-only", "valid", List.of());
        Observation observation = FhirObservation.of(history, "en");
        assertValid(observation);
        assertThat(observation.getEffectiveDateTimeType().getValueAsString())
                .isEqualTo("2026-11-22");
        assertThat(observation.getValueQuantity().getValue()).isEqualTo(new BigDecimal("70.10"));
    }

    @ParameterizedTest
    @CsvSource({"valid,FINAL", "questioned,PRELIMINARY", "invalid,FINAL"})
    void theStatusSaysHowFarToTrustIt(String validity, ObservationStatus status) {
        ReadingView view =
                Views.quantity("8867-4", "72", "/min").view("exact", validity, List.of());
        assertThat(FhirObservation.of(view, "en").getStatus()).isEqualTo(status);
    }

    @Test
    void aVoidedReadingIsEnteredInError() {
        ReadingView view =
                Views.quantity("8867-4", "72", "/min")
                        .view("exact", "valid", List.of("ENTERED_IN_ERROR"));
        Observation observation = FhirObservation.of(view, "en");
        assertValid(observation);
        assertThat(observation.getStatus()).isEqualTo(ObservationStatus.ENTEREDINERROR);
    }

    @Test
    void aPatientIsValidAliveOrDead() {
        assertValid(FhirPatient.of(Views.patient()));
        assertValid(FhirPatient.of(Views.patient(Views.NOON)));
        assertValid(FhirPatient.of(Views.patient().minimal()));
        assertThat(FhirPatient.of(Views.patient().minimal()).hasIdentifier()).isFalse();
    }

    @Test
    void aDeviceIsValidWithEverythingAndWithNothing() {
        assertValid(FhirDevice.of(Views.device("active"), Optional.of(Views.PATIENT)));
        assertValid(FhirDevice.of(Views.bareDevice(), Optional.empty()));
        assertThat(FhirDevice.of(Views.device("active"), Optional.empty()).hasPatient()).isFalse();
        assertThat(FhirDevice.of(Views.device("active"), Optional.empty()).getUdiCarrierFirstRep())
                .extracting(udi -> udi.getDeviceIdentifier())
                .isEqualTo("04012345678901");
    }

    @Test
    void aCarePlanIsValidWithItsThresholdsAsGoals() {
        CarePlan plan = FhirCarePlan.of(Views.plan(), "en");
        assertValid(plan);
        assertValid(FhirCarePlan.of(Views.emptyPlan(), "en"));
        Goal goal = (Goal) plan.getContained().getFirst();
        assertThat(goal.getTargetFirstRep().getDetailRange().getLow().getValue())
                .isEqualByComparingTo("92");
        assertThat(goal.getTargetFirstRep().getDetailRange().hasHigh()).isFalse();
        assertThat(FhirCarePlan.of(Views.plan().withoutThresholds(), "en").hasGoal()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "completed", "cancelled"})
    void aTaskIsValidInEveryState(String status) {
        assertValid(FhirTask.of(Views.task(status, null), "en"));
        assertValid(FhirTask.of(Views.task(status, "00000000-0000-4000-8000-000000000003"), "fr"));
    }

    @Test
    void anOpenTaskThatSomebodyClaimedIsAccepted() {
        assertThat(FhirTask.of(Views.task("open", null), "en").getStatus())
                .isEqualTo(TaskStatus.REQUESTED);
        assertThat(FhirTask.of(Views.task("open", "x"), "fr"))
                .satisfies(one -> assertThat(one.getStatus()).isEqualTo(TaskStatus.ACCEPTED))
                .satisfies(one -> assertThat(one.getDescription()).isEqualTo("Revoir l'alerte"));
    }

    @Test
    void theValidatorSeesWhatIsWrong() {
        Observation observation = FhirObservation.of(BLOOD_PRESSURE, "en");
        observation.getComponentFirstRep().getValueQuantity().setCode("kPa");
        String json =
                ca.uhn.fhir.context.FhirContext.forR4Cached()
                        .newJsonParser()
                        .encodeResourceToString(observation);
        assertThat(R4Validator.errors(json)).isNotEmpty();
    }
}
