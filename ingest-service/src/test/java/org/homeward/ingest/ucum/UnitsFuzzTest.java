package org.homeward.ingest.ucum;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.homeward.events.CodeTable;
import org.homeward.ingest.Fuzzed;

/// Units are texts that devices choose.
class UnitsFuzzTest {
    @FuzzTest
    void units(byte[] bytes) {
        String unit = new String(bytes, StandardCharsets.UTF_8);
        Fuzzed.costsLittle(
                () -> {
                    assertThat(TestUnits.UCUM.isUnit(unit)).isEqualTo(TestUnits.UCUM.isUnit(unit));
                    CodeTable.standard().rows().stream()
                            .filter(code -> !code.unit().isEmpty())
                            .forEach(
                                    code ->
                                            TestUnits.UCUM
                                                    .between(unit, code.unit())
                                                    .ifPresent(
                                                            c ->
                                                                    assertThat(
                                                                                    c.apply(
                                                                                            BigDecimal
                                                                                                    .TEN))
                                                                            .isNotNull()));
                });
    }

    /// A code is known by its canonical spelling alone.
    @FuzzTest
    void codes(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Fuzzed.costsLittle(
                () -> {
                    CodeTable.standard()
                            .find("", text)
                            .ifPresent(
                                    row ->
                                            assertThat(
                                                            row.loinc().equals(text)
                                                                    || row.aliases().contains(text))
                                                    .isTrue());
                    CodeTable.standard()
                            .find(CodeTable.MDC, text)
                            .ifPresent(
                                    row ->
                                            assertThat(row.mdc())
                                                    .extracting(String::valueOf)
                                                    .contains(text));
                });
    }
}
