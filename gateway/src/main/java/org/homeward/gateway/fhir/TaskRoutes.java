package org.homeward.gateway.fhir;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.hl7.fhir.r4.model.Bundle;
import org.homeward.gateway.access.Access;
import org.homeward.gateway.access.CurrentAccess;
import org.homeward.gateway.access.Requires;
import org.homeward.gateway.edge.Languages;
import org.homeward.gateway.fhir.resource.FhirTask;
import org.homeward.gateway.fhir.search.Offer;
import org.homeward.gateway.fhir.search.SearchQuery;
import org.homeward.gateway.fhir.search.Searchset;
import org.homeward.gateway.role.Permission;
import org.homeward.gateway.task.TaskClient;
import org.homeward.gateway.task.TaskView;
import org.homeward.gateway.upstream.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// Tasks of the caller's patients, by due time.
@Path("/fhir/R4/Task")
@Produces(FhirJson.MEDIA_TYPE)
@Authenticated
public class TaskRoutes {
    private final Access access;
    private final CurrentAccess current;
    private final Found found;
    private final TaskClient tasks;

    @Inject
    TaskRoutes(Access access, CurrentAccess current, Found found, @RestClient TaskClient tasks) {
        this.access = access;
        this.current = current;
        this.found = found;
        this.tasks = tasks;
    }

    @GET
    @Path("{id}")
    @Requires(Permission.TASK_READ)
    @Operation(hidden = true)
    public Uni<Response> read(@RestPath UUID id, @Context HttpHeaders headers) {
        current.about(id);
        return tasks.get(current.actor(), id)
                .call(one -> access.require(Permission.TASK_READ, one.patientId()))
                .map(one -> FhirJson.ok(FhirTask.of(one, Languages.of(headers))));
    }

    @GET
    @Requires(Permission.TASK_READ)
    @Operation(hidden = true)
    public Uni<Bundle> search(@Context UriInfo uri, @Context HttpHeaders headers) {
        SearchQuery query = SearchQuery.of(uri, Offer.TASK);
        Wanted wanted = Wanted.of(query);
        return page(query, wanted)
                .map(
                        page ->
                                Searchset.of(
                                        uri,
                                        page.items().stream()
                                                .filter(wanted::matches)
                                                .map(one -> FhirTask.of(one, Languages.of(headers)))
                                                .toList(),
                                        page.next()));
    }

    private Uni<Page<TaskView>> page(SearchQuery query, Wanted wanted) {
        if (query.has("_id")) {
            return found.each(query.ids(), id -> tasks.get(current.actor(), id))
                    .chain(list -> found.within(Permission.TASK_READ, list, TaskView::patientId))
                    .map(list -> new Page<>(list, null));
        }
        return patients(wanted).chain(ids -> list(ids, query, wanted));
    }

    private Uni<List<UUID>> patients(Wanted wanted) {
        return wanted.patient()
                .map(id -> access.require(Permission.TASK_READ, id).replaceWith(List.of(id)))
                .orElseGet(() -> access.visible(current.caller(), Permission.TASK_READ));
    }

    private Uni<Page<TaskView>> list(List<UUID> ids, SearchQuery query, Wanted wanted) {
        if (ids.isEmpty() || wanted.nothing()) {
            return Uni.createFrom().item(new Page<>(List.of(), null));
        }
        return tasks.search(
                current.actor(),
                new TaskClient.Search(
                        ids, null, null, wanted.upstream(), query.count(), query.cursor()));
    }

    /// What is asked of a task.
    ///
    /// @param statuses FHIR statuses; empty optional: any
    private record Wanted(Optional<UUID> patient, Optional<Set<String>> statuses) {
        static Wanted of(SearchQuery query) {
            return new Wanted(
                    query.patient(),
                    query.has("status")
                            ? Optional.of(
                                    query.tokens("status").stream()
                                            .map(SearchQuery.Token::code)
                                            .collect(Collectors.toSet()))
                            : Optional.empty());
        }

        private Set<String> asked() {
            return statuses.orElse(Set.of()).stream()
                    .map(FhirTask::asked)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
        }

        boolean nothing() {
            return statuses.isPresent() && asked().isEmpty();
        }

        /// The one status to ask followup-service for; null to ask for all.
        @Nullable String upstream() {
            return asked().size() == 1 ? asked().iterator().next() : null;
        }

        boolean matches(TaskView view) {
            return patient.map(view.patientId()::equals).orElse(true)
                    && statuses.map(set -> set.contains(FhirTask.status(view).toCode()))
                            .orElse(true);
        }
    }
}
