package org.homeward.gateway.session;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Who is signed in.
///
/// @param csrfHeader the header that every change by a browser's session needs
public record MeView(
        @Schema(required = true) String subject,
        @Schema(required = true) String name,
        @Schema(required = true) List<String> roles,
        @Schema(required = true) String language,
        @Schema(required = true) List<Team> teams,
        @Schema(required = true) String csrfHeader,
        @Schema(required = true) String emergencyNumber) {
    /// A team that the caller is a member of.
    @Schema(name = "MyTeam")
    public record Team(@Schema(required = true) UUID id, @Schema(required = true) String name) {}

    public MeView {
        roles = List.copyOf(roles);
        teams = List.copyOf(teams);
    }
}
