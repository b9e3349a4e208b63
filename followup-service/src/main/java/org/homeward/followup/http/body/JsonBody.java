package org.homeward.followup.http.body;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.homeward.kit.problem.Problem;

/// A request's body as JSON: one object, no key twice, nothing behind it, decimals as written.
public final class JsonBody {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .build();

    private JsonBody() {}

    /// The body's fields.
    ///
    /// @throws Problem 400 if it is not one JSON object
    public static Fields fields(byte[] body) {
        try {
            JsonNode tree = MAPPER.readTree(body);
            if (tree instanceof ObjectNode object) {
                return new Fields(object, "");
            }
        } catch (IOException e) {
            throw unreadable();
        }
        throw unreadable();
    }

    /// As [#fields], but nothing at all is an empty object.
    public static Fields fieldsOrNone(byte[] body) {
        return body.length == 0 ? new Fields(MAPPER.createObjectNode(), "") : fields(body);
    }

    private static Problem unreadable() {
        return new Problem(400, "UNREADABLE_BODY", "The body is not one JSON object.");
    }
}
