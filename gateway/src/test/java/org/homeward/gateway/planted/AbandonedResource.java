package org.homeward.gateway.planted;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// A change that is given up when its sender leaves: the test finds it.
@Path("/api/v1/planted/abandoned")
@Authenticated
public class AbandonedResource {
    @POST
    @Operation(hidden = true)
    public String change() {
        return "perhaps";
    }
}
