package org.homeward.ingest.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.homeward.ingest.json.Decoded;
import org.homeward.ingest.json.Fault;
import org.homeward.ingest.json.Fields;
import org.homeward.ingest.json.Refused;
import org.homeward.ingest.profile.Profile;
import org.homeward.ingest.sent.SelfReport;
import org.homeward.ingest.sent.SentCode;
import org.homeward.ingest.sent.SentReading;
import org.homeward.ingest.sent.SentTime;
import org.homeward.ingest.sent.SentValue;
import org.homeward.ingest.sent.Verdict;
import org.jspecify.annotations.Nullable;

/// Values by key, as ThingsBoard devices send them: `{"key":value}`, `{"ts":millis,"values":{...}}`
/// or an array of these. Each key is an item of its own, numbered in the order of the body.
final class KeyedJson {
    private static final int LONGEST_TIME = 32;
    private static final Pattern NUMBER =
            Pattern.compile("-?\\d{1,15}(?:\\.\\d{1,17})?(?:[eE][+-]?\\d{1,2})?");

    private final int mostItems;

    KeyedJson(int mostItems) {
        this.mostItems = mostItems;
    }

    /// One value by its key.
    ///
    /// @param ts null if the device did not say when
    private record Item(@Nullable JsonNode ts, String key, JsonNode value) {}

    Body read(JsonNode tree, Profile profile, Instant received) throws Refused {
        List<Item> items = items(tree);
        Keys keys = new Keys(profile);
        List<SentReading> sent = new ArrayList<>(items.size());
        List<Verdict.Turned> faults = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            try {
                sent.add(reading(items.get(i), i, keys, received));
            } catch (Fault e) {
                String detail = "items[" + i + "]." + e.detail();
                faults.add(new Verdict.Turned(i, e.status(), e.code(), detail));
            }
        }
        Panels panels = Panels.of(sent);
        Map<Integer, List<Integer>> joined = panels.joined();
        Decoded decoded =
                new Decoded(
                        panels.readings(),
                        faults,
                        SelfReport.NOTHING,
                        i -> bytes(items, i, joined.getOrDefault(i, List.of())));
        return new Body(decoded, joined, true);
    }

    private List<Item> items(JsonNode tree) throws Refused {
        List<Item> items = new ArrayList<>();
        if (tree.isArray()) {
            for (JsonNode entry : tree) {
                collect(entry, items);
            }
        } else {
            collect(tree, items);
        }
        if (items.isEmpty()) {
            throw envelope("there is no value");
        }
        return items;
    }

    private void collect(JsonNode entry, List<Item> items) throws Refused {
        if (!entry.isObject()) {
            throw envelope("an entry is not an object");
        }
        boolean timed = entry.has("ts") || entry.path("values").isContainerNode();
        JsonNode values = timed ? entry.path("values") : entry;
        if (!values.isObject()) {
            throw envelope("values: is not an object");
        }
        if (items.size() + values.size() > mostItems) {
            throw new Refused(413, "TOO_MANY_READINGS", "values: more than " + mostItems);
        }
        JsonNode ts = timed ? entry.get("ts") : null;
        if (timed && entry.size() > (ts == null ? 0 : 1) + 1) {
            throw envelope("beside ts and values there is something else");
        }
        // It stands in the refusal of each value.
        if (ts != null && (ts.isContainerNode() || ts.asText().length() > LONGEST_TIME)) {
            throw envelope("ts: is not a time");
        }
        values.properties().forEach(v -> items.add(new Item(ts, v.getKey(), v.getValue())));
    }

    private static Refused envelope(String cause) {
        return new Refused(400, "INVALID_ENVELOPE", cause);
    }

    private static SentReading reading(Item item, int index, Keys keys, Instant received)
            throws Fault {
        Profile.Meaning meaning = keys.meaning(item.key(), "key");
        if (meaning.unit().isEmpty()) {
            throw new Fault(400, "MISSING_FIELD", "unit: the device's profile has none");
        }
        return new SentReading(
                index,
                "",
                SentCode.loinc(meaning.code()),
                new SentValue.Amount(number(item.value()), meaning.unit()),
                List.of(),
                time(item.ts(), received),
                null,
                Map.of());
    }

    /// A number, also as a text: clients of ThingsBoard send both.
    private static BigDecimal number(JsonNode value) throws Fault {
        if (!value.isTextual()) {
            return Fields.foreign(value, "value");
        }
        String text = value.textValue();
        if (!NUMBER.matcher(text).matches()) {
            throw Fault.invalid("value", "is not a number");
        }
        return Fields.foreign(new BigDecimal(text), "value");
    }

    private static SentTime time(@Nullable JsonNode ts, Instant received) throws Fault {
        if (ts == null) {
            return Measured.unsaid(received);
        }
        if (!ts.isIntegralNumber() || !ts.canConvertToLong()) {
            throw Fault.invalid("ts", "is not a time in milliseconds");
        }
        return Measured.millis(ts.longValue(), "ts");
    }

    private static byte[] bytes(List<Item> items, int index, List<Integer> others) {
        StringBuilder text = new StringBuilder();
        append(text.append('['), items.get(index));
        others.forEach(i -> append(text.append(','), items.get(i)));
        return text.append(']').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void append(StringBuilder text, Item item) {
        text.append('{');
        if (item.ts() != null) {
            text.append("\"ts\":").append(item.ts()).append(',');
        }
        text.append("\"values\":{")
                .append(com.fasterxml.jackson.databind.node.TextNode.valueOf(item.key()))
                .append(':')
                .append(item.value())
                .append("}}");
    }
}
