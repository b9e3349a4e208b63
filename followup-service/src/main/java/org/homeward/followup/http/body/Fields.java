package org.homeward.followup.http.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.homeward.events.Era;
import org.homeward.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// The fields of a JSON object, read one by one; what is wrong is said with the field's path and
/// never with its value.
public final class Fields {
    /// More digits than any clinical value has.
    private static final int DIGITS = 18;

    private static final int MOST = 10_000;

    private final ObjectNode object;
    private final String path;

    Fields(ObjectNode object, String path) {
        this.object = object;
        this.path = path;
    }

    /// Whether the field is there, if only as null.
    public boolean has(String field) {
        return object.has(field);
    }

    public boolean isNull(String field) {
        return object.path(field).isNull();
    }

    public @Nullable String text(String field, int longest) {
        JsonNode node = value(field);
        return node == null ? null : text(node, path + field, longest);
    }

    public String needText(String field, int longest) {
        String text = text(field, longest);
        if (text == null || text.isBlank()) {
            throw bad(path + field, "is needed");
        }
        return text;
    }

    public List<String> texts(String field, int longest) {
        List<String> all = new ArrayList<>();
        list(field).forEach(n -> all.add(text(n, path + field + "[" + all.size() + "]", longest)));
        return all;
    }

    public @Nullable UUID uuid(String field) {
        String text = text(field, 36);
        return text == null ? null : uuid(text, path + field);
    }

    public List<UUID> uuids(String field) {
        return texts(field, 36).stream().map(t -> uuid(t, path + field)).toList();
    }

    /// An instant; the text needs a zone.
    public @Nullable Instant instant(String field) {
        return parsed(
                field,
                "is not a time with a zone",
                t -> Era.check(OffsetDateTime.parse(t).toInstant()).truncatedTo(ChronoUnit.MICROS));
    }

    public @Nullable LocalDate date(String field) {
        return parsed(field, "is not a date", t -> Era.check(LocalDate.parse(t)));
    }

    public @Nullable BigDecimal decimal(String field) {
        JsonNode node = value(field);
        if (node == null) {
            return null;
        }
        BigDecimal number = node.isNumber() ? node.decimalValue() : null;
        if (number == null || number.precision() > DIGITS || Math.abs(number.scale()) > DIGITS) {
            throw bad(path + field, "is not a usable number");
        }
        return number;
    }

    public int integer(String field, int otherwise) {
        JsonNode node = value(field);
        if (node == null) {
            return otherwise;
        }
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw bad(path + field, "is not a whole number");
        }
        return node.intValue();
    }

    public @Nullable Fields object(String field) {
        JsonNode node = value(field);
        return node == null ? null : object(node, path + field);
    }

    public List<Fields> objects(String field) {
        List<Fields> all = new ArrayList<>();
        list(field).forEach(n -> all.add(object(n, path + field + "[" + all.size() + "]")));
        return all;
    }

    /// An object's fields as texts.
    public Map<String, String> map(String field, int longest) {
        Map<String, String> all = new LinkedHashMap<>();
        Fields fields = object(field);
        if (fields != null) {
            fields.object
                    .properties()
                    .forEach(e -> all.put(e.getKey(), fields.needText(e.getKey(), longest)));
        }
        return all;
    }

    public Problem bad(String field) {
        return bad(path + field, "is not one of its values");
    }

    private List<JsonNode> list(String field) {
        JsonNode node = value(field);
        if (node == null) {
            return List.of();
        }
        if (!node.isArray() || node.size() > MOST) {
            throw bad(path + field, "is not a list, or too long");
        }
        List<JsonNode> all = new ArrayList<>();
        node.forEach(all::add);
        return all;
    }

    private <T> @Nullable T parsed(String field, String message, Function<String, T> parser) {
        String text = text(field, 64);
        try {
            return text == null ? null : parser.apply(text);
        } catch (DateTimeException e) {
            throw bad(path + field, message);
        }
    }

    private @Nullable JsonNode value(String field) {
        JsonNode node = object.get(field);
        return node == null || node.isNull() ? null : node;
    }

    private static Fields object(JsonNode node, String at) {
        if (node instanceof ObjectNode object) {
            return new Fields(object, at + ".");
        }
        throw bad(at, "is not an object");
    }

    private static String text(JsonNode node, String at, int longest) {
        if (!node.isTextual()) {
            throw bad(at, "is not text");
        }
        String text = node.textValue();
        if (text.length() > longest) {
            throw bad(at, "is longer than " + longest + " characters");
        }
        boolean usable =
                text.codePoints()
                        .noneMatch(
                                c ->
                                        (Character.isISOControl(c) && c != '\n' && c != '\t')
                                                || Character.getType(c) == Character.SURROGATE);
        if (!usable) {
            throw bad(at, "holds characters that are not text");
        }
        return text;
    }

    private static UUID uuid(String text, String at) {
        try {
            if (text.length() == 36) {
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException e) {
            throw bad(at, "is not a UUID");
        }
        throw bad(at, "is not a UUID");
    }

    private static Problem bad(String at, String message) {
        return new Problem(400, "BAD_FIELD", "A field cannot be read.").field(at, message);
    }
}
