package org.homeward.ingest.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;

/// What the door reads of a request's head.
final class Headers {
    private static final String BEARER = "bearer ";

    private Headers() {}

    /// The bearer token; empty if there is none.
    static String token(HttpServerRequest request) {
        String header = request.getHeader("Authorization");
        boolean bearer =
                header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return bearer ? header.substring(BEARER.length()).strip() : "";
    }

    /// The media type without its parameters; empty if there is none.
    static String mediaType(HttpServerRequest request) {
        String header = request.getHeader("Content-Type");
        if (header == null) {
            return "";
        }
        int end = header.indexOf(';');
        return (end < 0 ? header : header.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /// How many bytes of body were said beforehand, 0 if none; never more than a limit.
    static int announced(HttpServerRequest request, int limit) {
        String said = request.getHeader("Content-Length");
        if (said == null) {
            return 0;
        }
        try {
            return Math.clamp(Long.parseLong(said), 0, limit);
        } catch (NumberFormatException e) {
            return limit;
        }
    }

    /// The size of the body in words, where it was said beforehand.
    static String size(HttpServerRequest request) {
        String said = request.getHeader("Content-Length");
        return said == null ? "" : " It has " + said + " bytes.";
    }
}
