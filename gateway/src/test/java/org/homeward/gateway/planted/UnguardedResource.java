package org.homeward.gateway.planted;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// A route whose permission was forgotten: the test finds it, and the filter refuses it.
@Path("/api/v1/planted")
@Authenticated
public class UnguardedResource {
    @GET
    @Operation(hidden = true)
    public String open() {
        return "everything";
    }
}
