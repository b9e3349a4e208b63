package org.homeward.ingest.http.internal.chart;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.homeward.ingest.reading.Measure;
import org.homeward.ingest.reading.Reading;
import org.homeward.ingest.sent.SentValue;
import org.jspecify.annotations.Nullable;

/// A reading as the gateway sees it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReadingView(
        UUID id,
        UUID patientId,
        String code,
        @Nullable BigDecimal value,
        @Nullable String unit,
        @Nullable String special,
        List<Component> components,
        Instant measuredAt,
        Instant receivedAt,
        Instant recordedAt,
        String timeQuality,
        String validity,
        List<String> flags,
        UUID deviceId,
        int version,
        String sourceCode,
        @Nullable BigDecimal sourceValue,
        @Nullable String sourceUnit,
        Map<String, String> context) {

    /// A component of a panel.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Component(
            String code,
            @Nullable BigDecimal value,
            @Nullable String unit,
            @Nullable String special) {
        static Component of(Measure measure) {
            return new Component(
                    measure.code(),
                    measure.value(),
                    ReadingView.unit(measure),
                    ReadingView.special(measure));
        }
    }

    static ReadingView of(Reading reading) {
        Measure measure = reading.measure();
        SentValue.@Nullable Amount source = measure.source();
        return new ReadingView(
                reading.id(),
                reading.patientId(),
                measure.code(),
                measure.value(),
                unit(measure),
                special(measure),
                reading.components().stream().map(Component::of).toList(),
                reading.times().measured(),
                reading.times().received(),
                reading.times().recorded(),
                reading.times().quality().word(),
                reading.validity().name().toLowerCase(Locale.ROOT),
                reading.flags(),
                reading.deviceId(),
                reading.version(),
                measure.sourceCode().isEmpty() ? measure.code() : measure.sourceCode(),
                source == null ? measure.value() : source.value(),
                source == null ? unit(measure) : source.unit(),
                reading.context());
    }

    private static @Nullable String unit(Measure measure) {
        return measure.unit().isEmpty() ? null : measure.unit();
    }

    private static @Nullable String special(Measure measure) {
        return measure.special() == null ? null : measure.special().word();
    }
}
