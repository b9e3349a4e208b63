package org.homeward.ingest.fhir.observation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.homeward.events.CodeTable;
import org.homeward.ingest.json.Fault;
import org.homeward.ingest.json.Fields;
import org.homeward.ingest.sent.SentValue;
import org.homeward.ingest.sent.Special;

/// The value of an Observation or component: a quantity, or the word in its place.
final class Values {
    /// Codes of `data-absent-reason` that devices give for the special values of IEEE 11073-20601.
    /// By the guide for personal health devices, `error` stands for two of these and for a
    /// measurement that the device calls invalid: there is no reading, and it is not known why.
    private static final Map<String, Special> SPECIALS =
            Map.of(
                    "not-a-number", Special.NOT_A_NUMBER,
                    "error", Special.NOT_A_NUMBER,
                    "positive-infinity", Special.ABOVE_RANGE,
                    "negative-infinity", Special.BELOW_RANGE);

    private static final Map<String, Special> COMPARATORS =
            Map.of(
                    "<", Special.BELOW_RANGE,
                    "<=", Special.BELOW_RANGE,
                    ">", Special.ABOVE_RANGE,
                    ">=", Special.ABOVE_RANGE);

    private Values() {}

    /// The value; [SentValue#PANEL] if there is none here.
    static SentValue of(JsonNode node, String path) throws Fault {
        JsonNode quantity = node.get("valueQuantity");
        if (quantity != null) {
            return quantity(quantity, path + "valueQuantity");
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (field.getKey().startsWith("value")) {
                throw new Fault(
                        422, "UNSUPPORTED_VALUE", path + field.getKey() + ": is not a quantity");
            }
        }
        String absent = reason(node);
        return SPECIALS.containsKey(absent)
                ? new SentValue.Marked(SPECIALS.getOrDefault(absent, Special.NOT_A_NUMBER))
                : SentValue.PANEL;
    }

    private static String reason(JsonNode node) {
        return node.path("dataAbsentReason").path("coding").path(0).path("code").asText("");
    }

    /// What to say when there is neither value nor component.
    static Fault absent(JsonNode node, String path) {
        return node.has("dataAbsentReason")
                ? new Fault(422, "DATA_ABSENT", path + "dataAbsentReason: there is no value")
                : Fault.missing(path + "valueQuantity");
    }

    private static SentValue quantity(JsonNode quantity, String path) throws Fault {
        if (!quantity.isObject() || !quantity.has("value")) {
            throw Fault.missing(path + ".value");
        }
        JsonNode comparator = quantity.get("comparator");
        if (comparator != null) {
            Special special = COMPARATORS.get(comparator.asText());
            if (special == null) {
                throw Fault.invalid(path + ".comparator", "is none of FHIR's");
            }
            return new SentValue.Marked(special);
        }
        return new SentValue.Amount(
                Fields.foreign(quantity.get("value"), path + ".value"), unit(quantity, path));
    }

    /// The coded unit; the words for people only where nothing is coded.
    private static String unit(JsonNode quantity, String path) throws Fault {
        String system = quantity.path("system").asText("");
        if (!system.isEmpty() && !system.equals(CodeTable.UCUM)) {
            throw new Fault(422, "UNKNOWN_UNIT", path + ".system: units are UCUM's");
        }
        return quantity.has("code")
                ? Fields.text(quantity, "code", path + ".")
                : Fields.text(quantity, "unit", path + ".");
    }
}
