package org.homeward.ingest.http.internal.chart;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToLongFunction;
import org.homeward.ingest.quality.Quality;
import org.homeward.ingest.quality.QualityDay;
import org.jspecify.annotations.Nullable;

/// A span of days, with the shares over all of them.
record QualityView(
        LocalDate from, LocalDate to, Counts counts, Shares shares, List<QualityDay> days) {

    /// Over all days.
    record Counts(
            long readings,
            long valid,
            long questioned,
            long invalid,
            long voided,
            long refused,
            long late,
            long bestEffort,
            long uncertainTime) {
        static Counts of(List<QualityDay> days) {
            return new Counts(
                    sum(days, QualityDay::readings),
                    sum(days, QualityDay::valid),
                    sum(days, QualityDay::questioned),
                    sum(days, QualityDay::invalid),
                    sum(days, QualityDay::voided),
                    sum(days, QualityDay::refused),
                    sum(days, QualityDay::late),
                    sum(days, QualityDay::bestEffort),
                    sum(days, QualityDay::uncertainTime));
        }

        private static long sum(List<QualityDay> days, ToLongFunction<QualityDay> of) {
            return days.stream().mapToLong(of).sum();
        }
    }

    /// Valid, questioned, invalid, voided and refused of all that was sent (readings and refused);
    /// late, best effort and uncertain time of the readings. Absent where nothing was sent.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shares(
            @Nullable BigDecimal valid,
            @Nullable BigDecimal questioned,
            @Nullable BigDecimal invalid,
            @Nullable BigDecimal voided,
            @Nullable BigDecimal refused,
            @Nullable BigDecimal late,
            @Nullable BigDecimal bestEffort,
            @Nullable BigDecimal uncertainTime) {
        private static final int DIGITS = 4;

        static Shares of(Counts c) {
            long sent = c.readings() + c.refused();
            return new Shares(
                    share(c.valid(), sent),
                    share(c.questioned(), sent),
                    share(c.invalid(), sent),
                    share(c.voided(), sent),
                    share(c.refused(), sent),
                    share(c.late(), c.readings()),
                    share(c.bestEffort(), c.readings()),
                    share(c.uncertainTime(), c.readings()));
        }

        private static @Nullable BigDecimal share(long part, long whole) {
            return whole == 0
                    ? null
                    : BigDecimal.valueOf(part)
                            .divide(BigDecimal.valueOf(whole), DIGITS, RoundingMode.HALF_EVEN);
        }
    }

    static QualityView of(Quality.Days span, List<QualityDay> days) {
        Counts counts = Counts.of(days);
        return new QualityView(span.from(), span.to(), counts, Shares.of(counts), days);
    }
}
