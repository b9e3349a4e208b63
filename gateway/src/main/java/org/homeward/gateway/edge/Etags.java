package org.homeward.gateway.edge;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.homeward.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Versions as entity tags.
public final class Etags {
    private Etags() {}

    /// 200 with the entity and its version as tag.
    public static Response tagged(Object entity, int version) {
        return Response.ok(entity).header(HttpHeaders.ETAG, "\"" + version + "\"").build();
    }

    /// The `If-Match` of a change.
    ///
    /// @throws Problem 428 if there is none
    public static String required(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Problem(
                    428, "IF_MATCH_REQUIRED", "A change needs If-Match with the version it is of.");
        }
        return ifMatch;
    }
}
