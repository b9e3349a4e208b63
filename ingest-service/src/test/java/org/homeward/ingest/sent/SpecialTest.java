package org.homeward.ingest.sent;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// By the table of special values: NaN, not at this resolution, reserved, above and below range.
class SpecialTest {
    @ParameterizedTest
    @CsvSource({
        "8388607, NOT_A_NUMBER",
        "2047, NOT_A_NUMBER",
        "8388608, NOT_AT_THIS_RESOLUTION",
        "2048, NOT_AT_THIS_RESOLUTION",
        "8388609, NOT_A_NUMBER",
        "2049, NOT_A_NUMBER",
        "8388606, ABOVE_RANGE",
        "2046.0, ABOVE_RANGE",
        "8388610, BELOW_RANGE",
        "2050, BELOW_RANGE"
    })
    void aDevicesOwnCodingIsKnown(String number, Special special) {
        assertThat(Special.ofMder(new BigDecimal(number))).contains(special);
    }

    @ParameterizedTest
    @CsvSource({"72", "2046.5", "8388611", "1e80", "-2050"})
    void otherNumbersAreNumbers(String number) {
        assertThat(Special.ofMder(new BigDecimal(number))).isEmpty();
    }
}
