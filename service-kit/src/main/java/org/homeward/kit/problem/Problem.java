package org.homeward.kit.problem;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A refusal with its problem details (RFC 9457), thrown by use cases and edges alike. Detail and
/// field paths name what is wrong and never hold a clinical value or a name.
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public static final String MEDIA_TYPE = "application/problem+json";

    private final int status;
    private final String code;
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private final transient JsonArray errors = new JsonArray();

    /// @param status the HTTP status
    /// @param code a constant in upper snake case that callers may rely on
    /// @param detail a sentence for people
    public Problem(int status, String code, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
    }

    /// Unknown and out of scope are the same to the caller, to the byte.
    public static Problem notFound() {
        return new Problem(404, "NOT_FOUND", "There is no such resource.");
    }

    public static Problem forbidden() {
        return new Problem(403, "FORBIDDEN", "Your role does not include this function.");
    }

    public static Problem unauthorized() {
        return new Problem(401, "UNAUTHORIZED", "A valid access token is needed.");
    }

    public static Problem tooLarge() {
        return new Problem(413, "BODY_TOO_LARGE", "The body is larger than is accepted here.");
    }

    /// Adds an extension member.
    public Problem with(String member, @Nullable Object value) {
        if (value != null) {
            members.put(member, value);
        }
        return this;
    }

    /// Adds one field's error.
    public Problem field(String path, String message) {
        errors.add(new JsonObject().put("field", path).put("message", message));
        return this;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public boolean hasFieldErrors() {
        return !errors.isEmpty();
    }

    public JsonObject toJson() {
        JsonObject json =
                new JsonObject()
                        .put(
                                "type",
                                "urn:homeward:" + code.toLowerCase(Locale.ROOT).replace('_', '-'))
                        .put("title", title(code))
                        .put("status", status)
                        .put("detail", getMessage())
                        .put("code", code);
        members.forEach(json::put);
        return errors.isEmpty() ? json : json.put("errors", errors);
    }

    private static String title(String code) {
        String words = code.toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.isEmpty()
                ? words
                : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
