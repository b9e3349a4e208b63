package org.homeward.ingest.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.homeward.ingest.reading.Measure;
import org.homeward.ingest.reading.Reading;
import org.homeward.ingest.reading.TimeQuality;
import org.homeward.ingest.reading.Validity;
import org.homeward.ingest.sent.Path;
import org.homeward.ingest.sent.SentValue;
import org.homeward.ingest.sent.Special;
import org.jspecify.annotations.Nullable;

/// A reading as columns and back.
public final class ReadingColumns {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReadingColumns() {}

    /// The arrays of the insert statement, in its order.
    public static Tuple of(List<Reading> readings) {
        return Tuple.tuple()
                .addValue(readings.stream().map(Reading::id).toArray(UUID[]::new))
                .addValue(readings.stream().map(Reading::patientId).toArray(UUID[]::new))
                .addValue(readings.stream().map(Reading::deviceId).toArray(UUID[]::new))
                .addValue(readings.stream().map(Reading::version).toArray(Integer[]::new))
                .addValue(Columns.times(readings, r -> r.times().measured()))
                .addValue(Columns.times(readings, r -> r.times().received()))
                .addValue(Columns.times(readings, r -> r.times().recorded()))
                .addValue(Columns.texts(readings, r -> r.measure().code()))
                .addValue(Columns.texts(readings, r -> Columns.text(r.measure().value())))
                .addValue(Columns.texts(readings, r -> Columns.orNull(r.measure().unit())))
                .addValue(Columns.texts(readings, r -> word(r.measure().special())))
                .addValue(Columns.texts(readings, r -> Columns.orNull(r.measure().sourceCode())))
                .addValue(Columns.texts(readings, r -> sourceValue(r.measure())))
                .addValue(Columns.texts(readings, r -> sourceUnit(r.measure())))
                .addValue(Columns.texts(readings, ReadingColumns::components))
                .addValue(Columns.texts(readings, r -> r.times().quality().name()))
                .addValue(Columns.texts(readings, r -> r.validity().name()))
                .addValue(Columns.texts(readings, r -> Columns.orNull(String.join(",", r.flags()))))
                .addValue(Columns.texts(readings, r -> json(r.context())))
                .addValue(
                        readings.stream()
                                .map(r -> r.times().offsetMinutes())
                                .toArray(Integer[]::new))
                .addValue(Columns.texts(readings, r -> r.path().name()))
                .addValue(readings.stream().map(Reading::content).toArray(Long[]::new));
    }

    private static @Nullable String word(@Nullable Special special) {
        return special == null ? null : special.name();
    }

    private static @Nullable String sourceValue(Measure measure) {
        return measure.source() == null ? null : Columns.text(measure.source().value());
    }

    private static @Nullable String sourceUnit(Measure measure) {
        return measure.source() == null ? null : measure.source().unit();
    }

    private static @Nullable String json(Map<String, String> context) {
        return context.isEmpty() ? null : write(context);
    }

    public static @Nullable String components(Reading reading) {
        return reading.components().isEmpty()
                ? null
                : write(reading.components().stream().map(ReadingColumns::component).toList());
    }

    /// Decimals as text, so that they keep their scale.
    private static Map<String, String> component(Measure measure) {
        Map<String, String> out = new HashMap<>();
        out.put("code", measure.code());
        put(out, "value", Columns.text(measure.value()));
        put(out, "unit", Columns.orNull(measure.unit()));
        put(out, "special", word(measure.special()));
        put(out, "sourceCode", Columns.orNull(measure.sourceCode()));
        put(out, "sourceValue", sourceValue(measure));
        put(out, "sourceUnit", sourceUnit(measure));
        return out;
    }

    private static void put(Map<String, String> out, String key, @Nullable String value) {
        if (value != null) {
            out.put(key, value);
        }
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of texts can be written", e);
        }
    }

    public static Reading reading(Row row) {
        return new Reading(
                Objects.requireNonNull(row.getUUID("reading_id")),
                Objects.requireNonNull(row.getUUID("patient_id")),
                Objects.requireNonNull(row.getUUID("device_id")),
                row.getInteger("version"),
                measure(row),
                components(row),
                new Reading.Times(
                        Columns.instant(row, "measured_at"),
                        Columns.instant(row, "received_at"),
                        Columns.instant(row, "recorded_at"),
                        TimeQuality.valueOf(row.getString("time_quality")),
                        row.getInteger("offset_minutes")),
                Validity.valueOf(row.getString("validity")),
                flags(row),
                context(row),
                Path.valueOf(row.getString("path")),
                row.getLong("content"));
    }

    private static Measure measure(Row row) {
        @Nullable BigDecimal source = row.getBigDecimal("source_value");
        @Nullable String special = row.getString("special");
        return new Measure(
                Objects.requireNonNull(row.getString("code")),
                row.getBigDecimal("value"),
                Columns.orEmpty(row.getString("unit")),
                special == null ? null : Special.valueOf(special),
                Columns.orEmpty(row.getString("source_code")),
                source == null
                        ? null
                        : new SentValue.Amount(
                                source, Columns.orEmpty(row.getString("source_unit"))));
    }

    private static List<Measure> components(Row row) {
        io.vertx.core.json.JsonArray array = row.getJsonArray("components");
        return array == null
                ? List.of()
                : array.stream().map(JsonObject.class::cast).map(ReadingColumns::measure).toList();
    }

    private static Measure measure(JsonObject json) {
        @Nullable String value = json.getString("value");
        @Nullable String source = json.getString("sourceValue");
        @Nullable String special = json.getString("special");
        return new Measure(
                Objects.requireNonNull(json.getString("code")),
                value == null ? null : new BigDecimal(value),
                json.getString("unit", ""),
                special == null ? null : Special.valueOf(special),
                json.getString("sourceCode", ""),
                source == null
                        ? null
                        : new SentValue.Amount(
                                new BigDecimal(source), json.getString("sourceUnit", "")));
    }

    private static List<String> flags(Row row) {
        String[] flags = row.getArrayOfStrings("flags");
        return flags == null ? List.of() : List.of(flags);
    }

    private static Map<String, String> context(Row row) {
        JsonObject json = row.getJsonObject("context");
        Map<String, String> out = new HashMap<>();
        if (json != null) {
            json.forEach(e -> out.put(e.getKey(), String.valueOf(e.getValue())));
        }
        return out;
    }
}
