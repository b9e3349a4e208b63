package org.homeward.gateway.task;

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

/// Tasks as followup-service answers them.
@OidcClientFilter
@RegisterRestClient(configKey = "followup")
@RegisterProvider(UpstreamProblems.class)
@Path("/internal/v1")
public interface TaskClient {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Search(
            List<UUID> patientIds,
            @Nullable UUID alertId,
            @Nullable String assignee,
            @Nullable String status,
            @Nullable Integer limit,
            @Nullable String cursor) {}

    @POST
    @Path("/tasks/search")
    Uni<Page<TaskView>> search(@HeaderParam(Actor.HEADER) String actor, Search search);

    @GET
    @Path("/tasks/{id}")
    Uni<TaskView> get(@HeaderParam(Actor.HEADER) String actor, @RestPath UUID id);

    /// One person's action.
    ///
    /// @param verb claim or complete
    @POST
    @Path("/tasks/{id}/{verb}")
    Uni<TaskView> act(
            @HeaderParam(Actor.HEADER) String actor,
            @RestPath UUID id,
            @RestPath String verb,
            TaskOutcome outcome);
}
