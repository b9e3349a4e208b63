package org.homeward.ingest.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.homeward.ingest.Fuzzed;
import org.homeward.ingest.ucum.TestUnits;
import org.homeward.kit.problem.Problem;

class KeptProfilesFuzzTest {
    /// A key, its code and its unit, on three lines.
    @FuzzTest
    void keys(byte[] bytes) {
        String[] said = new String(bytes, StandardCharsets.UTF_8).split("\n", 3);
        if (said.length < 3) {
            return;
        }
        Profile profile =
                new Profile("p", "P", Map.of(said[0], new Profile.Meaning(said[1], said[2])));
        Fuzzed.costsLittle(
                () -> {
                    try {
                        KeepProfiles.check(profile, TestUnits.UCUM);
                    } catch (Problem e) {
                        assertThat(e.status()).isEqualTo(422);
                    }
                });
    }
}
