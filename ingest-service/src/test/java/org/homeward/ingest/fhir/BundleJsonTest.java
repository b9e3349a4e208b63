package org.homeward.ingest.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.homeward.ingest.json.Mutations;
import org.homeward.ingest.json.Refused;
import org.junit.jupiter.api.Test;

class BundleJsonTest {
    private static final UUID DEVICE = new UUID(1, 1);
    private static final String GOOD =
            """
            {"resourceType":"Bundle","type":"batch","entry":[
              {"request":{"method":"POST","url":"Observation"},"resource":
               {"resourceType":"Observation","id":"o-1","status":"final",
                "identifier":[{"system":"urn:x","value":"1"}],
                "device":{"reference":"Device/00000000-0000-0001-0000-000000000001"},
                "code":{"coding":[{"system":"http://loinc.org","code":"8867-4"}]},
                "effectiveDateTime":"2026-11-22T10:00:00+01:00",
                "valueQuantity":{"value":72,"comparator":"<","unit":"beats/minute",
                  "system":"http://unitsofmeasure.org","code":"/min"}}},
              {"resource":
               {"resourceType":"Observation","status":"final",
                "code":{"coding":[{"system":"http://loinc.org","code":"85354-9"}]},
                "effectivePeriod":{"start":"2026-11-22"},
                "component":[
                  {"code":{"coding":[{"system":"http://loinc.org","code":"8480-6"}]},
                   "valueQuantity":{"value":128,"unit":"mm[Hg]"}},
                  {"code":{"coding":[{"system":"http://loinc.org","code":"8462-4"}]},
                   "dataAbsentReason":{"coding":[{"code":"not-a-number"}]}}]}}]}""";

    @Test
    void theGoodOneIsTakenWhole() throws Refused {
        BundleJson bundle =
                BundleJson.bundle(Source.of(GOOD.getBytes(StandardCharsets.UTF_8)), 1000);
        assertThat(bundle.of(DEVICE).readings()).hasSize(2);
    }

    @Test
    void whateverStandsInAFieldTheAnswerIsAVerdict() {
        List<Integer> verdicts = Mutations.of(GOOD).map(BundleJsonTest::verdicts).toList();
        assertThat(verdicts).hasSizeGreaterThan(400).contains(0, 1, -1);
    }

    private static int verdicts(byte[] body) {
        try {
            Observed bundle = BundleJson.bundle(Source.of(body), 1000).of(DEVICE);
            assertThat(bundle.faults()).allSatisfy(f -> assertThat(f.status()).isBetween(400, 499));
            return bundle.faults().size();
        } catch (Refused e) {
            assertThat(e.status()).isBetween(400, 499);
            return -1;
        }
    }
}
