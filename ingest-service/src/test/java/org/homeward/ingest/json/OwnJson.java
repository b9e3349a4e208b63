package org.homeward.ingest.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import org.homeward.ingest.sent.SentReading;
import org.homeward.ingest.sent.SentTime;
import org.homeward.ingest.sent.SentValue;

/// Writes what was read as our own JSON.
final class OwnJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private OwnJson() {}

    static byte[] of(List<SentReading> readings) {
        ObjectNode body = MAPPER.createObjectNode();
        ArrayNode list = body.putArray("readings");
        readings.forEach(r -> write(r, list.addObject()));
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(SentReading reading, ObjectNode out) {
        out.put("code", reading.code().value()).put("takenAt", time(reading.time()));
        if (!reading.messageId().isEmpty()) {
            out.put("id", reading.messageId());
        }
        if (reading.sequence() != null) {
            out.put("sequence", reading.sequence());
        }
        ObjectNode context = out.putObject("context");
        reading.context().forEach(context::put);
        value(reading.value(), out);
        if (!reading.components().isEmpty()) {
            ArrayNode components = out.putArray("components");
            reading.components()
                    .forEach(
                            c ->
                                    value(
                                            c.value(),
                                            components.addObject().put("code", c.code().value())));
        }
    }

    private static String time(SentTime time) {
        return time.at().atOffset(ZoneOffset.ofTotalSeconds(time.offsetMinutes() * 60)).toString();
    }

    private static void value(SentValue value, ObjectNode out) {
        switch (value) {
            case SentValue.Amount a -> out.put("value", a.value()).put("unit", a.unit());
            case SentValue.Marked m -> out.put("special", m.special().word());
            case SentValue.Panel _ -> {}
        }
    }
}
