package org.homeward.gateway.quality;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.homeward.gateway.upstream.Given;
import org.jspecify.annotations.Nullable;

/// What became of what was sent. Readings are counted by the UTC day they were measured, refusals
/// by the day they came.
@Schema(name = "Quality")
public record QualityView(
        @Schema(required = true) LocalDate from,
        @Schema(required = true) LocalDate to,
        @Schema(required = true) Counts counts,
        @Schema(required = true) Shares shares,
        @Schema(required = true) List<Day> days) {
    public QualityView {
        days = Given.list(days);
    }

    /// The view with the days that are shown, counted over them alone.
    public QualityView only(Predicate<LocalDate> isShown) {
        List<Day> shown = days.stream().filter(d -> isShown.test(d.day())).toList();
        if (shown.size() == days.size()) {
            return this;
        }
        Counts sum = Counts.of(shown);
        return new QualityView(from, to, sum, Shares.of(sum), shown);
    }

    /// Each reading is one of valid, questioned, invalid and voided; late came more than 24 hours
    /// after it was measured.
    @Schema(name = "QualityCounts")
    public record Counts(
            long readings,
            long valid,
            long questioned,
            long invalid,
            long voided,
            long refused,
            long late,
            long bestEffort,
            long uncertainTime) {
        static Counts of(List<Day> days) {
            return new Counts(
                    sum(days, Day::readings),
                    sum(days, Day::valid),
                    sum(days, Day::questioned),
                    sum(days, Day::invalid),
                    sum(days, Day::voided),
                    sum(days, Day::refused),
                    sum(days, Day::late),
                    sum(days, Day::bestEffort),
                    sum(days, Day::uncertainTime));
        }

        private static long sum(List<Day> days, ToLongFunction<Day> of) {
            return days.stream().mapToLong(of).sum();
        }
    }

    /// Valid, questioned, invalid, voided and refused of readings and refusals together; late, best
    /// effort and uncertain time of the readings.
    @Schema(name = "QualityShares")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Shares(
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

    /// One day's counts.
    @Schema(name = "QualityDay")
    public record Day(
            @Schema(required = true) LocalDate day,
            long readings,
            long valid,
            long questioned,
            long invalid,
            long voided,
            long refused,
            long late,
            long bestEffort,
            long uncertainTime) {}
}
