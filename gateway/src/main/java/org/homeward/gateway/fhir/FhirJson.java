package org.homeward.gateway.fhir;

import ca.uhn.fhir.context.FhirContext;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.homeward.gateway.fhir.search.Offer;

/// Writes resources as JSON. HAPI reads its model by reflection at first use, which is why one
/// bundle is written at start instead of on a caller's time.
@ApplicationScoped
public class FhirJson {
    static final String MEDIA_TYPE = "application/fhir+json";

    private final FhirContext context = FhirContext.forR4Cached();

    @Startup
    void warm() {
        Bundle bundle = new Bundle();
        bundle.addEntry().setResource(Capabilities.statement("urn:warm-up"));
        for (Offer offer : Offer.values()) {
            context.getResourceDefinition(offer.resource());
        }
        encode(bundle);
    }

    String encode(IBaseResource resource) {
        return context.newJsonParser().encodeResourceToString(resource);
    }

    /// 200 with the resource and its version as a weak tag.
    static Response ok(Resource resource) {
        Response.ResponseBuilder answer = Response.ok(resource);
        if (resource.getMeta().hasVersionId()) {
            answer.header(HttpHeaders.ETAG, "W/\"" + resource.getMeta().getVersionId() + "\"");
        }
        return answer.build();
    }
}
