package org.homeward.ingest.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.homeward.ingest.sent.SelfReport;
import org.homeward.ingest.sent.SentCode;
import org.homeward.ingest.sent.SentComponent;
import org.homeward.ingest.sent.SentReading;
import org.homeward.ingest.sent.SentValue;
import org.homeward.ingest.sent.Special;
import org.homeward.ingest.sent.Verdict;
import org.jspecify.annotations.Nullable;

/// Our own JSON, `{"readings":[...],"battery":80}`. A fault of the envelope refuses the body; a
/// fault within one reading is that reading's verdict.
public final class ReadingsJson {
    private static final int MOST_CONTEXT = 20;
    private static final int LONGEST_FIRMWARE = 64;

    private final int mostReadings;

    public ReadingsJson(int mostReadings) {
        this.mostReadings = mostReadings;
    }

    /// Decodes a body that this device sent.
    ///
    /// @throws Refused if the body is refused as a whole
    public Decoded decode(byte[] body, UUID device) throws Refused {
        JsonNode tree = tree(body);
        JsonNode readings = tree.get("readings");
        if (readings == null || !readings.isArray() || readings.isEmpty()) {
            throw new Refused(400, "INVALID_ENVELOPE", "readings: is not a list with content");
        }
        if (readings.size() > mostReadings) {
            throw new Refused(413, "TOO_MANY_READINGS", "readings: more than " + mostReadings);
        }
        checkDevice(tree.get("deviceId"), device);
        List<SentReading> sent = new ArrayList<>(readings.size());
        List<Verdict.Turned> faults = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            try {
                sent.add(reading(readings.get(i), i));
            } catch (Fault e) {
                String detail = "readings[" + i + "]." + e.detail();
                faults.add(new Verdict.Turned(i, e.status(), e.code(), detail));
            }
        }
        return new Decoded(sent, faults, report(tree), i -> bytes(readings.get(i)));
    }

    private static JsonNode tree(byte[] body) throws Refused {
        try {
            return StrictJson.object(body);
        } catch (StrictJson.Unreadable e) {
            throw new Refused(400, "UNREADABLE", String.valueOf(e.getMessage()));
        }
    }

    /// Naming another device than the credential's is not a slip but somebody else's name.
    private static void checkDevice(@Nullable JsonNode named, UUID device) throws Refused {
        if (named != null && !device.toString().equals(named.asText().toLowerCase(Locale.ROOT))) {
            throw Refused.otherDevice(uuid(named.asText()));
        }
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static SelfReport report(JsonNode tree) throws Refused {
        try {
            Long battery = Fields.optionalWhole(tree, "battery", 100);
            String firmware = Fields.optionalText(tree, "firmware");
            if (firmware.length() > LONGEST_FIRMWARE) {
                throw Fault.invalid("firmware", "is too long");
            }
            return battery == null && firmware.isEmpty()
                    ? SelfReport.NOTHING
                    : new SelfReport(
                            battery == null ? null : (Integer) battery.intValue(),
                            firmware.isEmpty() ? null : firmware);
        } catch (Fault e) {
            throw new Refused(400, "INVALID_ENVELOPE", e.detail());
        }
    }

    private static byte[] bytes(JsonNode reading) {
        return reading.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static SentReading reading(JsonNode node, int index) throws Fault {
        if (!node.isObject()) {
            throw new Fault(400, "INVALID_READING", "is not an object");
        }
        List<SentComponent> components = components(node.get("components"));
        SentCode code = SentCode.loinc(Fields.text(node, "code", ""));
        SentValue value = components.isEmpty() ? value(node, "") : noValue(node);
        return new SentReading(
                index,
                Fields.optionalText(node, "id"),
                code,
                value,
                components,
                Fields.instant(Fields.text(node, "takenAt", ""), "takenAt"),
                Fields.optionalWhole(node, "sequence", Long.MAX_VALUE),
                context(node.get("context")));
    }

    private static SentValue noValue(JsonNode node) throws Fault {
        if (node.hasNonNull("value")) {
            throw Fault.invalid("value", "stands beside components");
        }
        return SentValue.PANEL;
    }

    private static List<SentComponent> components(@Nullable JsonNode node) throws Fault {
        if (node == null || node.isNull()) {
            return List.of();
        }
        if (!node.isArray() || node.isEmpty() || node.size() > MOST_CONTEXT) {
            throw Fault.invalid("components", "is not a short list");
        }
        List<SentComponent> out = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            String path = "components[" + i + "].";
            JsonNode component = node.get(i);
            SentCode code = SentCode.loinc(Fields.text(component, "code", path));
            out.add(new SentComponent(code, value(component, path)));
        }
        return out;
    }

    private static SentValue value(JsonNode node, String path) throws Fault {
        if (node.hasNonNull("special")) {
            return new SentValue.Marked(special(Fields.text(node, "special", path), path));
        }
        JsonNode value = node.get("value");
        if (value == null || value.isNull()) {
            throw Fault.missing(path + "value");
        }
        return new SentValue.Amount(
                Fields.number(value, path + "value"), Fields.text(node, "unit", path));
    }

    private static Special special(String word, String path) throws Fault {
        for (Special special : Special.values()) {
            if (special.word().equals(word)) {
                return special;
            }
        }
        throw Fault.invalid(path + "special", "is none of the special values");
    }

    private static Map<String, String> context(@Nullable JsonNode node) throws Fault {
        if (node == null || node.isNull()) {
            return Map.of();
        }
        if (!node.isObject() || node.size() > MOST_CONTEXT) {
            throw Fault.invalid("context", "is not a short object");
        }
        Map<String, String> out = new HashMap<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (field.getKey().length() > 64) {
                throw Fault.invalid("context", "has a name that is too long");
            }
            JsonNode value = field.getValue();
            out.put(
                    field.getKey(),
                    value.isNumber() || value.isBoolean()
                            ? value.asText()
                            : Fields.text(value, "context"));
        }
        return out;
    }
}
