package org.homeward.alert.stream;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.alert.rule.Sample;
import org.homeward.alert.rule.Score;
import org.homeward.events.Decimals;
import org.homeward.events.Uuids;
import org.homeward.events.v1.Quantity;
import org.homeward.events.v1.ReadingComponent;
import org.homeward.events.v1.ReadingRecorded;
import org.homeward.events.v1.ReadingVoided;
import org.homeward.events.v1.SpecialValue;
import org.homeward.events.v1.TimeQuality;
import org.homeward.events.v1.Validity;
import org.jspecify.annotations.Nullable;

/// A reading as it travels, taken apart into the samples that are judged.
final class WireReading {
    private static final Set<String> AIR = Set.of("air", "0", "false", "no", "none");

    private WireReading() {}

    /// The samples by canonical code: one, or one per component of a panel.
    ///
    /// @throws IllegalArgumentException if an id or a time is missing
    static Map<String, Sample> samples(ReadingRecorded event) {
        if (!event.hasMeasuredAt() || !event.hasReceivedAt()) {
            throw new IllegalArgumentException("a reading without its times");
        }
        Sample whole = whole(event);
        boolean valid = event.getValidity() == Validity.VALIDITY_VALID;
        if (event.getComponentsCount() == 0) {
            Quantity value = quantity(event.hasValue(), event.getValue());
            return Map.of(event.getCode(), part(whole, valid, value, event.getSpecial()));
        }
        Map<String, Sample> samples = new LinkedHashMap<>();
        for (ReadingComponent part : event.getComponentsList()) {
            Quantity value = quantity(part.hasValue(), part.getValue());
            samples.put(part.getCode(), part(whole, valid, value, part.getSpecial()));
        }
        return samples;
    }

    /// A voided reading as it is remembered; empty if the event says too little of it, as those of
    /// the first release do.
    static Optional<Sample> voided(ReadingVoided event) {
        if (!event.hasMeasuredAt() || !event.hasReceivedAt()) {
            return Optional.empty();
        }
        Instant measured = Decimals.fromWire(event.getMeasuredAt());
        Instant received = Decimals.fromWire(event.getReceivedAt());
        Sample.Quality quality = quality(event.getTimeQuality());
        return Optional.of(
                new Sample(
                        Uuids.fromBytes(event.getReadingId()),
                        event.getVersion(),
                        Sample.effective(measured, received, quality),
                        measured,
                        received,
                        quality,
                        null,
                        "",
                        false));
    }

    private static @Nullable Quantity quantity(boolean present, Quantity value) {
        return present ? value : null;
    }

    /// What all samples of a reading have in common.
    private static Sample whole(ReadingRecorded event) {
        Instant measured = Decimals.fromWire(event.getMeasuredAt());
        Instant heard = Decimals.fromWire(event.getReceivedAt());
        Sample.Quality quality = quality(event.getTimeQuality());
        String oxygen = event.getContextOrDefault("oxygen", "");
        return new Sample(
                Uuids.fromBytes(event.getReadingId()),
                event.getVersion(),
                Sample.effective(measured, heard, quality),
                measured,
                received(event, heard),
                quality,
                null,
                "",
                !oxygen.isEmpty() && AIR.contains(oxygen.toLowerCase(Locale.ROOT)));
    }

    private static Sample part(
            Sample whole, boolean valid, @Nullable Quantity quantity, SpecialValue special) {
        return new Sample(
                whole.readingId(),
                whole.version(),
                whole.at(),
                whole.measuredAt(),
                whole.receivedAt(),
                whole.quality(),
                valid ? score(quantity, special) : null,
                quantity == null ? "" : quantity.getUnit(),
                whole.onAir());
    }

    /// What came to a patient long after it was heard is as old as it is, and not as it was then.
    private static Instant received(ReadingRecorded event, Instant heard) {
        if (!event.hasAttributedAt()) {
            return heard;
        }
        Instant attributed = Decimals.fromWire(event.getAttributedAt());
        return attributed.isAfter(heard) ? attributed : heard;
    }

    private static @Nullable Score score(@Nullable Quantity quantity, SpecialValue special) {
        return switch (special) {
            case SPECIAL_VALUE_BELOW_RANGE -> Score.BELOW_RANGE;
            case SPECIAL_VALUE_ABOVE_RANGE -> Score.ABOVE_RANGE;
            case SPECIAL_VALUE_UNSPECIFIED -> quantity == null ? null : Score.of(number(quantity));
            case SPECIAL_VALUE_NOT_A_NUMBER, SPECIAL_VALUE_NOT_AT_THIS_RESOLUTION, UNRECOGNIZED ->
                    null;
        };
    }

    private static BigDecimal number(Quantity quantity) {
        return Decimals.fromWire(quantity.getValue());
    }

    private static Sample.Quality quality(TimeQuality wire) {
        return switch (wire) {
            case TIME_QUALITY_EXACT -> Sample.Quality.EXACT;
            case TIME_QUALITY_SUSPECT -> Sample.Quality.SUSPECT;
            case TIME_QUALITY_DATE_ONLY -> Sample.Quality.DATE_ONLY;
            case TIME_QUALITY_UNKNOWN, TIME_QUALITY_UNSPECIFIED, UNRECOGNIZED ->
                    Sample.Quality.UNKNOWN;
        };
    }
}
