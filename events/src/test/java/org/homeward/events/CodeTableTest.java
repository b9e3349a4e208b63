package org.homeward.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CodeTableTest {
    private final CodeTable table = CodeTable.standard();

    @Test
    void anAliasLeadsToItsCanonicalRow() {
        assertThat(table.loinc("2708-6")).map(Code::loinc).contains("59408-5");
    }

    @Test
    void aDeviceCodeLeadsToItsLoincRow() {
        assertThat(table.find(CodeTable.MDC, "150364")).map(Code::loinc).contains("8310-5");
    }

    @Test
    void everyComponentOfAPanelHasARow() {
        assertThat(table.rows().stream().flatMap(row -> row.components().stream()))
                .allSatisfy(code -> assertThat(table.loinc(code)).isPresent());
    }

    @Test
    void noCodeStandsForTwoMeasures() {
        List<String> codes =
                table.rows().stream()
                        .flatMap(
                                row ->
                                        Stream.concat(
                                                Stream.of(row.loinc()), row.aliases().stream()))
                        .filter(code -> !code.isEmpty())
                        .toList();
        assertThat(codes).doesNotHaveDuplicates();
    }

    @Test
    void everyQuantityAcceptsItsOwnUnit() {
        assertThat(table.rows().stream().filter(row -> !row.unit().isEmpty()))
                .allSatisfy(row -> assertThat(row.units()).contains(row.unit()));
    }

    @Test
    void instrumentLimitsAreInclusive() {
        Code saturation = table.loinc("59408-5").orElseThrow();
        assertThat(saturation.isPossible(new BigDecimal("100"))).isTrue();
        assertThat(saturation.isPossible(new BigDecimal("100.1"))).isFalse();
        assertThat(saturation.isPossible(new BigDecimal("39.9"))).isFalse();
    }

    @Test
    void interstitialGlucoseIsLiveForTwentyMinutesAlone() {
        assertThat(table.loinc("99504-3").orElseThrow().liveAgeLimit())
                .contains(Duration.ofMinutes(20));
    }
}
