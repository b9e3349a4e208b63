package org.homeward.gateway.edge;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.homeward.kit.problem.Problem;

/// Finds in a body the text that nobody can store: bytes that are no UTF-8, NUL, half a character.
/// Passed on, some of it would come back as a fault of a service, some as another text than sent.
final class BodyText {
    private static final JsonFactory JSON = new JsonFactory();

    private BodyText() {}

    /// What is no JSON at all is left to those who know what form is asked for.
    ///
    /// @throws Problem 400 for text that cannot be stored
    static void check(byte[] body) {
        try (JsonParser parser = JSON.createParser(decoded(body))) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if ((token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME)
                        && !isStorable(parser.getText())) {
                    throw unreadable();
                }
            }
        } catch (IOException e) {
            return;
        }
    }

    private static String decoded(byte[] body) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            throw unreadable();
        }
    }

    private static boolean isStorable(String text) {
        return text.codePoints()
                .noneMatch(
                        c ->
                                c == 0
                                        || (Character.MIN_SURROGATE <= c
                                                && c <= Character.MAX_SURROGATE));
    }

    private static Problem unreadable() {
        return new Problem(400, "UNREADABLE_BODY", "The body holds text that cannot be stored.");
    }
}
