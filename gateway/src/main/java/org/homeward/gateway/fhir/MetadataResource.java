package org.homeward.gateway.fhir;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.homeward.gateway.fhir.search.Searchset;

/// What this facade can do, for anyone who asks.
@Path("/fhir/R4/metadata")
@Produces(FhirJson.MEDIA_TYPE)
public class MetadataResource {
    @GET
    @PermitAll
    @Operation(hidden = true)
    public CapabilityStatement metadata(@Context UriInfo uri) {
        return Capabilities.statement(Searchset.base(uri));
    }
}
