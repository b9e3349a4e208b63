package org.homeward.ingest.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads JSON that a stranger sent. Everything it accepts has one meaning: keys once, valid Unicode
/// without NUL, nothing after the end, decimals with the digits that were written.
public final class StrictJson {
    private static final int DEEPEST = 32;
    private static final int LONGEST_NUMBER = 64;
    private static final int LONGEST_TEXT = 100_000;

    private static final JsonFactory FACTORY =
            new JsonFactoryBuilder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(DEEPEST)
                                    .maxNumberLength(LONGEST_NUMBER)
                                    .maxStringLength(LONGEST_TEXT)
                                    .maxNameLength(200)
                                    .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .build();
    private static final ObjectReader READER =
            JsonMapper.builder(FACTORY)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .build()
                    .readerFor(JsonNode.class);

    private StrictJson() {}

    /// Why bytes are no JSON that we accept; the message holds nothing of the bytes.
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message, null, false, false);
        }
    }

    /// The tree of a JSON object.
    ///
    /// @throws Unreadable if it is none
    public static JsonNode object(byte[] body) throws Unreadable {
        JsonNode tree = tree(body);
        if (!tree.isObject()) {
            throw new Unreadable("the body is not a JSON object");
        }
        return tree;
    }

    /// The tree of a JSON object or array.
    ///
    /// @throws Unreadable if it is neither
    public static JsonNode objectOrArray(byte[] body) throws Unreadable {
        JsonNode tree = tree(body);
        if (!tree.isContainerNode()) {
            throw new Unreadable("the body is neither a JSON object nor an array");
        }
        return tree;
    }

    private static JsonNode tree(byte[] body) throws Unreadable {
        boolean suspicious = checkText(body);
        JsonNode tree = parse(body);
        if (suspicious) {
            checkTexts(tree);
        }
        return tree;
    }

    private static JsonNode parse(byte[] body) throws Unreadable {
        try {
            return READER.readTree(body);
        } catch (com.fasterxml.jackson.core.exc.StreamConstraintsException e) {
            throw new Unreadable("nesting, a number or a text is beyond the limits");
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new Unreadable(
                    e.getOriginalMessage().startsWith("Duplicate field")
                            ? "a key is there twice"
                            : "not JSON" + place(e.getLocation()));
        } catch (IOException e) {
            throw new Unreadable("not JSON");
        } catch (NumberFormatException | ArithmeticException e) {
            throw new Unreadable("a number is beyond the limits");
        }
    }

    private static String place(@Nullable JsonLocation at) {
        return at == null
                ? ""
                : " from line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    }

    /// Whether texts must be looked at: escapes or anything but ASCII. Broken UTF-8 is refused at
    /// once.
    private static boolean checkText(byte[] body) throws Unreadable {
        if (body.length == 0) {
            throw new Unreadable("the body is empty");
        }
        boolean escapes = false;
        for (byte b : body) {
            if (b < 0) {
                return decode(body);
            }
            escapes |= b == '\\';
        }
        return escapes;
    }

    private static boolean decode(byte[] body) throws Unreadable {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException e) {
            throw new Unreadable("the body is not valid UTF-8");
        }
    }

    private static void checkTexts(JsonNode node) throws Unreadable {
        if (node.isTextual()) {
            checkText(node.textValue());
        }
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                checkText(field.getKey());
                checkTexts(field.getValue());
            }
        } else if (node.isArray()) {
            for (JsonNode item : node) {
                checkTexts(item);
            }
        }
    }

    private static void checkText(String text) throws Unreadable {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw new Unreadable("a text holds NUL");
            }
            if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new Unreadable("a text holds a lone surrogate");
            }
        }
    }
}
