package org.homeward.gateway.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.homeward.gateway.upstream.Page;
import org.homeward.gateway.upstream.UpstreamProblems;
import org.homeward.kit.caller.Actor;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// Alerts and rules as alert-service answers them.
@OidcClientFilter
@RegisterRestClient(configKey = "alert")
@RegisterProvider(UpstreamProblems.class)
@Path("/internal/v1")
public interface AlertClient {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Search(
            List<UUID> patientIds,
            @Nullable String status,
            @Nullable Integer limit,
            @Nullable String cursor) {}

    @POST
    @Path("/alerts/search")
    Uni<Page<AlertView>> search(@HeaderParam(Actor.HEADER) String actor, Search search);

    @GET
    @Path("/alerts/{id}")
    Uni<AlertView> get(@HeaderParam(Actor.HEADER) String actor, @RestPath UUID id);

    /// One person's action.
    ///
    /// @param verb acknowledge, assign, snooze, resolve or release
    @POST
    @Path("/alerts/{id}/{verb}")
    Uni<AlertView> act(
            @HeaderParam(Actor.HEADER) String actor,
            @RestPath UUID id,
            @RestPath String verb,
            AlertAction action);

    @GET
    @Path("/rules")
    Uni<Page<RuleView>> rules(@HeaderParam(Actor.HEADER) String actor);
}
