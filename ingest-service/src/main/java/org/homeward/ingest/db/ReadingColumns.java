package org.homeward.ingest.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.math.BigDecimal;
import java.util.ArrayList;
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

/// A reading as columns of `reading_row`, and back from those of the view `reading`.
public final class ReadingColumns {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReadingColumns() {}

    /// Their places are what is stored: new ones come last, here and in the view `reading`.
    private static final List<TimeQuality> QUALITIES =
            List.of(
                    TimeQuality.EXACT,
                    TimeQuality.SUSPECT,
                    TimeQuality.DATE_ONLY,
                    TimeQuality.UNKNOWN);

    private static final List<Validity> VALIDITIES =
            List.of(Validity.VALID, Validity.QUESTIONED, Validity.INVALID);
    private static final List<Path> PATHS = List.of(Path.HTTP, Path.MQTT, Path.FHIR, Path.MANUAL);

    /// The arrays of the insert statement, in its order.
    public static Tuple of(List<Reading> readings, Keyed keys) {
        return Tuple.tuple()
                .addValue(Columns.times(readings, r -> r.times().measured()))
                .addValue(Columns.times(readings, r -> r.times().received()))
                .addValue(readings.stream().map(Reading::id).toArray(UUID[]::new))
                .addValue(Columns.whole(readings, r -> keys.patient(r.patientId())))
                .addValue(Columns.whole(readings, r -> keys.device(r.deviceId())))
                .addValue(Columns.whole(readings, r -> (int) r.content()))
                .addValue(Columns.whole(readings, r -> recordedAfter(r.times())))
                .addValue(Columns.whole(readings, r -> keys.quantity(r.measure())))
                .addValue(Columns.whole(readings, Reading::version))
                .addValue(Columns.whole(readings, ReadingColumns::marks))
                .addValue(Columns.whole(readings, r -> r.times().offsetMinutes()))
                .addValue(Columns.texts(readings, r -> Columns.text(r.measure().value())))
                .addValue(Columns.texts(readings, r -> more(r, keys)));
    }

    /// In milliseconds, as long as an integer can say it: 24 days.
    private static int recordedAfter(Reading.Times times) {
        long after = times.recorded().toEpochMilli() - times.received().toEpochMilli();
        return Math.clamp(after, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    public static int marks(Reading reading) {
        return QUALITIES.indexOf(reading.times().quality())
                + 16 * VALIDITIES.indexOf(reading.validity())
                + 256 * path(reading.path());
    }

    /// The number of a way, as `marks >> 8` has it.
    public static int path(Path path) {
        return PATHS.indexOf(path);
    }

    public static @Nullable String more(Reading reading, Keyed keys) {
        Map<String, Object> more = new HashMap<>(rare(reading.measure()));
        if (!reading.components().isEmpty()) {
            more.put("components", elements(reading, keys));
        }
        if (!reading.flags().isEmpty()) {
            more.put("flags", reading.flags());
        }
        if (!reading.context().isEmpty()) {
            more.put("context", reading.context());
        }
        return more.isEmpty() ? null : write(more);
    }

    /// The components as they are stored; null if there are none.
    public static @Nullable String components(Reading reading, Keyed keys) {
        return reading.components().isEmpty() ? null : write(elements(reading, keys));
    }

    private static List<List<@Nullable Object>> elements(Reading reading, Keyed keys) {
        return reading.components().stream().map(c -> element(c, keys)).toList();
    }

    /// Decimals as text, so that they keep their scale.
    private static List<@Nullable Object> element(Measure component, Keyed keys) {
        List<@Nullable Object> element = new ArrayList<>();
        element.add(keys.quantity(component));
        element.add(Columns.text(component.value()));
        Map<String, String> rare = rare(component);
        if (!rare.isEmpty()) {
            element.add(rare);
        }
        return element;
    }

    private static Map<String, String> rare(Measure measure) {
        Map<String, String> out = new HashMap<>();
        Special special = measure.special();
        if (special != null) {
            out.put("special", special.name());
        }
        if (!measure.sourceCode().isEmpty()) {
            out.put("sourceCode", measure.sourceCode());
        }
        SentValue.Amount source = measure.source();
        if (source != null) {
            out.put("sourceValue", source.value().toPlainString());
            out.put("sourceUnit", source.unit());
        }
        return out;
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
