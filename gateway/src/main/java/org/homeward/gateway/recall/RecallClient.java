package org.homeward.gateway.recall;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.homeward.gateway.upstream.Page;
import org.homeward.gateway.upstream.UpstreamProblems;
import org.homeward.kit.caller.Actor;

/// What ingest-service says of a recall.
@OidcClientFilter
@RegisterRestClient(configKey = "ingest")
@RegisterProvider(UpstreamProblems.class)
@Path("/internal/v1/recalls")
public interface RecallClient {

    @POST
    @Path("/search")
    Uni<RecallView> search(@HeaderParam(Actor.HEADER) String actor, Recall recall);

    @POST
    @Path("/readings")
    Uni<Page<AffectedReading>> readings(@HeaderParam(Actor.HEADER) String actor, Recall recall);
}
