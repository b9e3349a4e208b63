package org.homeward.gateway.fhir.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.homeward.kit.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateRangeTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-11-22,2026-11-22T00:00:00Z,2026-11-23T00:00:00Z",
                "eq2026-11,2026-11-01T00:00:00Z,2026-12-01T00:00:00Z",
                "2024,2024-01-01T00:00:00Z,2025-01-01T00:00:00Z",
                "ge2026-11-22,2026-11-22T00:00:00Z,-",
                "gt2026-11-22,2026-11-23T00:00:00Z,-",
                "sa2026-11-22,2026-11-23T00:00:00Z,-",
                "le2026-11-22,-,2026-11-23T00:00:00Z",
                "lt2026-11-22,-,2026-11-22T00:00:00Z",
                "eb2026-11-22,-,2026-11-22T00:00:00Z",
                "ge2026-11-22T10:00:00+01:00,2026-11-22T09:00:00Z,-",
                "ge2026-11-22T10:00:00 01:00,2026-11-22T09:00:00Z,-",
                "lt2026-11-22T10:00:00.250Z,-,2026-11-22T10:00:00.250Z"
            })
    void aDateIsTheWholeOfWhatItNames(String value, Instant from, Instant to) {
        assertThat(DateRange.of(List.of(value))).isEqualTo(new DateRange(from, to));
    }

    @Test
    void twoDatesBoundOneAnother() {
        DateRange range = DateRange.of(List.of("ge2026-11-20", "lt2026-11-22"));
        assertThat(range.contains(Instant.parse("2026-11-20T00:00:00Z"))).isTrue();
        assertThat(range.contains(Instant.parse("2026-11-21T23:59:59.999Z"))).isTrue();
        assertThat(range.contains(Instant.parse("2026-11-22T00:00:00Z"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "ne2026-11-22",
                "ap2026",
                "ge",
                "2026-13-01",
                "2026-02-30",
                "22/11/2026",
                "ge9999999999"
            })
    void whatIsNoDateIsRefused(String value) {
        assertThatThrownBy(() -> DateRange.of(List.of(value)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(400));
    }
}
