package org.homeward.simulator.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.homeward.simulator.bundle.Choice.Reason;
import org.junit.jupiter.api.Test;

class FileReportTest {
    private static final UUID PATIENT = UUID.fromString("00000000-0000-4000-8000-0000000000f1");

    @Test
    void everyVitalSignOfTheFileIsAccountedFor() {
        Map<String, Integer> refused = new LinkedHashMap<>();
        refused.put("422 implausible", 2);
        refused.put("whole batch, status 503", 1);
        Map<Reason, TreeMap<String, Integer>> passedOver = new EnumMap<>(Reason.class);
        passedOver.put(Reason.NOT_SUPPORTED, new TreeMap<>(Map.of("72514-3", 4, "39156-5", 1)));
        passedOver.put(Reason.NO_VALUE, new TreeMap<>(Map.of("8867-4", 1)));
        FileReport report = new FileReport("a.json", PATIENT, true, 10, 7, refused, passedOver);
        assertThat(report.print())
                .isEqualToNormalizingNewlines(
                        """
                        a.json
                          patient 00000000-0000-4000-8000-0000000000f1 (registered)
                          vital signs: 10 sent, 7 accepted, 3 refused
                            refused: 422 implausible x2
                            refused: whole batch, status 503 x1
                          passed over, code not supported: 39156-5 x1, 72514-3 x4
                          passed over, without a value: 8867-4 x1
                        """);
    }

    @Test
    void patientOfAnEarlierImportIsKnownAlready() {
        FileReport report = new FileReport("a.json", PATIENT, false, 0, 0, Map.of(), Map.of());
        assertThat(report.print())
                .isEqualToNormalizingNewlines(
                        """
                        a.json
                          patient 00000000-0000-4000-8000-0000000000f1 (known already)
                          vital signs: 0 sent, 0 accepted, 0 refused
                        """);
    }
}
