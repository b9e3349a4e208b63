package org.homeward.ingest.fhir.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.hl7.fhir.r4.model.Observation;
import org.homeward.ingest.fhir.phd.Clock;
import org.homeward.ingest.json.Fault;
import org.homeward.ingest.json.StrictJson;
import org.homeward.ingest.sent.SentReading;
import org.homeward.ingest.sent.SentValue;
import org.homeward.ingest.sent.Special;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Our reading of an Observation against HAPI's.
class ObservationJsonTest {
    private static final UUID DEVICE = new UUID(1, 1);

    @ParameterizedTest
    @ValueSource(strings = {"2024-05-06T10:11:12+02:00", "2024-05-06T10:11:12.345Z", "2024-05-06"})
    void whatWeReadIsWhatHapiReads(String time) throws Exception {
        String json = observation(time, "36.80");
        Observation hapi =
                FhirContext.forR4Cached().newJsonParser().parseResource(Observation.class, json);
        SentReading ours = read(json);
        SentValue.Amount amount = (SentValue.Amount) ours.value();
        assertThat(amount.value()).isEqualTo(hapi.getValueQuantity().getValue());
        assertThat(amount.unit()).isEqualTo(hapi.getValueQuantity().getCode());
        assertThat(ours.code().value()).isEqualTo(hapi.getCode().getCodingFirstRep().getCode());
        assertThat(ours.messageId()).isEqualTo(hapi.getIdPart());
        if (time.length() > 10) {
            assertThat(ours.time().at())
                    .isEqualTo(hapi.getEffectiveDateTimeType().getValue().toInstant());
        }
    }

    @Test
    void theKnownCodingIsTakenWhereverItStands() throws Exception {
        String json =
                observation("2024-05-06", "72")
                        .replace(
                                "{\"system\":\"http://loinc.org\",\"code\":\"8310-5\"}",
                                "{\"system\":\"http://snomed.info/sct\",\"code\":\"386725007\"},"
                                        + "{\"system\":\"urn:iso:std:iso:11073:10101\",\"code\":\"150364\"}");
        assertThat(read(json).code().value()).isEqualTo("150364");
    }

    @Test
    void infinitiesAndComparatorsMeanOutOfRange() throws Exception {
        String absent =
                observation("2024-05-06", "1")
                        .replaceFirst(
                                "\"valueQuantity\":\\{[^}]*}",
                                "\"dataAbsentReason\":{\"coding\":[{\"code\":\"negative-infinity\"}]}");
        assertThat(read(absent).value()).isEqualTo(new SentValue.Marked(Special.BELOW_RANGE));
        String above =
                observation("2024-05-06", "1")
                        .replace("\"value\":1", "\"comparator\":\">\",\"value\":1");
        assertThat(read(above).value()).isEqualTo(new SentValue.Marked(Special.ABOVE_RANGE));
    }

    @Test
    void anIdentifierStandsInForAMissingId() throws Exception {
        String json =
                observation("2024-05-06", "1")
                        .replace(
                                "\"id\":\"o-1\"",
                                "\"identifier\":[{\"system\":\"s\",\"value\":\"v\"}]");
        assertThat(read(json).messageId()).isEqualTo("s|v");
    }

    @Test
    void aCodedValueIsNotSupported() {
        String json =
                observation("2024-05-06", "1")
                        .replaceFirst("\"valueQuantity\":\\{[^}]*}", "\"valueString\":\"high\"");
        assertThatThrownBy(() -> read(json))
                .isInstanceOfSatisfying(
                        Fault.class, f -> assertThat(f.code()).isEqualTo("UNSUPPORTED_VALUE"));
    }

    private static SentReading read(String json) throws Exception {
        return ObservationJson.read(
                StrictJson.object(json.getBytes(StandardCharsets.UTF_8)), 0, DEVICE, Clock.UNSAID);
    }

    private static String observation(String time, String value) {
        return """
        {"resourceType":"Observation","id":"o-1","status":"final",\
        "code":{"coding":[{"system":"http://loinc.org","code":"8310-5"}]},\
        "effectiveDateTime":"%s","valueQuantity":{"value":%s,"unit":"C",\
        "system":"http://unitsofmeasure.org","code":"Cel"}}"""
                .formatted(time, value);
    }
}
