package org.homeward.simulator.device;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.homeward.simulator.platform.Json;

/// One reading as a device sends it: our own JSON of `POST /telemetry/v1/readings`.
///
/// @param id the device's message id
/// @param values one value, or the components of a panel
public record Measurement(String id, String code, List<Value> values, Instant takenAt) {
    /// A number of one code in its UCUM unit.
    public record Value(String code, BigDecimal value, String unit) {}

    public Measurement {
        values = List.copyOf(values);
    }

    public static Measurement of(String id, Value value, Instant takenAt) {
        return new Measurement(id, value.code(), List.of(value), takenAt);
    }

    private boolean isPanel() {
        return values.size() != 1 || !values.getFirst().code().equals(code);
    }

    private ObjectNode toJson() {
        ObjectNode reading =
                Json.object().put("id", id).put("code", code).put("takenAt", takenAt.toString());
        if (isPanel()) {
            ArrayNode components = reading.putArray("components");
            values.forEach(value -> put(components.addObject().put("code", value.code()), value));
        } else {
            put(reading, values.getFirst());
        }
        return reading;
    }

    private static void put(ObjectNode node, Value value) {
        node.put("value", value.value()).put("unit", value.unit());
    }

    /// The body of one post with these readings.
    public static String body(List<Measurement> measurements) {
        ObjectNode body = Json.object();
        ArrayNode readings = body.putArray("readings");
        measurements.forEach(measurement -> readings.add(measurement.toJson()));
        return body.toString();
    }
}
