package org.homeward.gateway.session;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A practitioner to share a patient with; the id is the Keycloak subject.
public record PractitionerView(
        @Schema(required = true) String id,
        @Schema(required = true) String name,
        @Schema(required = true) String role) {}
