package org.homeward.ingest.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.homeward.ingest.ucum.TestUnits;
import org.homeward.kit.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeepProfilesTest {
    @Test
    void aKeyOfACodeInAUnitThatFitsHolds() {
        assertThatCode(() -> check("2708-6", "%")).doesNotThrowAnyException();
        assertThatCode(() -> check("8480-6", "kPa")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "1234-5,%,UNKNOWN_CODE,keys.k.code",
        "85354-9,mm[Hg],UNSUPPORTED_VALUE,keys.k.code",
        "67775-7,1,UNSUPPORTED_VALUE,keys.k.code",
        "59408-5,mm[Hg],UNCONVERTIBLE_UNIT,keys.k.unit",
        "8867-4,bpm,UNCONVERTIBLE_UNIT,keys.k.unit",
    })
    void aKeyThatWouldRefuseEveryReadingIsRefused(
            String code, String unit, String reason, String path) {
        assertThatThrownBy(() -> check(code, unit))
                .isInstanceOfSatisfying(
                        Problem.class,
                        e -> {
                            assertThat(e.status()).isEqualTo(422);
                            assertThat(e.code()).isEqualTo(reason);
                            assertThat(e).hasMessageStartingWith(path);
                        });
    }

    private static void check(String code, String unit) {
        Map<String, Profile.Meaning> keys = Map.of("k", new Profile.Meaning(code, unit));
        KeepProfiles.check(new Profile("p", "P", keys), TestUnits.UCUM);
    }
}
