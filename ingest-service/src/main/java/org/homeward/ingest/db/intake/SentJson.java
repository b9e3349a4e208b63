package org.homeward.ingest.db.intake;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeward.ingest.sent.SentCode;
import org.homeward.ingest.sent.SentComponent;
import org.homeward.ingest.sent.SentReading;
import org.homeward.ingest.sent.SentTime;
import org.homeward.ingest.sent.SentValue;
import org.homeward.ingest.sent.Special;

/// A reading as it was sent, as JSON and back, for the time it waits for a patient. Decimals are
/// texts, so that they keep their scale.
final class SentJson {
    private SentJson() {}

    static JsonObject write(SentReading sent) {
        JsonArray components = new JsonArray();
        sent.components()
                .forEach(c -> components.add(coded(new JsonObject(), c.code(), c.value())));
        JsonObject context = new JsonObject();
        sent.context().forEach(context::put);
        return coded(new JsonObject(), sent.code(), sent.value())
                .put("index", sent.index())
                .put("messageId", sent.messageId())
                .put("components", components)
                .put("at", sent.time().at().toString())
                .put("offset", sent.time().offsetMinutes())
                .put("precision", sent.time().precision().name())
                .put("sequence", sent.sequence())
                .put("context", context);
    }

    private static JsonObject coded(JsonObject out, SentCode code, SentValue value) {
        out.put("system", code.system()).put("code", code.value());
        return switch (value) {
            case SentValue.Amount a ->
                    out.put("value", a.value().toPlainString()).put("unit", a.unit());
            case SentValue.Marked m -> out.put("special", m.special().name());
            case SentValue.Panel _ -> out;
        };
    }

    static SentReading read(JsonObject in) {
        Map<String, String> context = new HashMap<>();
        in.getJsonObject("context")
                .forEach(e -> context.put(e.getKey(), String.valueOf(e.getValue())));
        List<SentComponent> components =
                in.getJsonArray("components").stream()
                        .map(JsonObject.class::cast)
                        .map(c -> new SentComponent(code(c), value(c)))
                        .toList();
        return new SentReading(
                in.getInteger("index"),
                in.getString("messageId"),
                code(in),
                value(in),
                components,
                new SentTime(
                        Instant.parse(in.getString("at")),
                        in.getInteger("offset"),
                        SentTime.Precision.valueOf(in.getString("precision"))),
                in.getLong("sequence"),
                context);
    }

    private static SentCode code(JsonObject in) {
        return new SentCode(in.getString("system"), in.getString("code"));
    }

    private static SentValue value(JsonObject in) {
        if (in.containsKey("special")) {
            return new SentValue.Marked(Special.valueOf(in.getString("special")));
        }
        return in.containsKey("value")
                ? new SentValue.Amount(new BigDecimal(in.getString("value")), in.getString("unit"))
                : SentValue.PANEL;
    }
}
