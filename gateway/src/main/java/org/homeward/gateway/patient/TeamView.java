package org.homeward.gateway.patient;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.homeward.gateway.upstream.Given;
import org.jspecify.annotations.Nullable;

/// A team and its members.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TeamView(
        @Schema(required = true) UUID id,
        @Schema(required = true) String name,
        @Nullable UUID organizationId,
        @Nullable String organizationName,
        List<String> members) {
    public TeamView {
        members = Given.list(members);
    }
}
