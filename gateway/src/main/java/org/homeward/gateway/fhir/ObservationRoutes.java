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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.hl7.fhir.r4.model.Bundle;
import org.homeward.events.Code;
import org.homeward.events.CodeTable;
import org.homeward.gateway.access.Access;
import org.homeward.gateway.access.CurrentAccess;
import org.homeward.gateway.access.Requires;
import org.homeward.gateway.edge.Languages;
import org.homeward.gateway.edge.Query;
import org.homeward.gateway.fhir.resource.FhirObservation;
import org.homeward.gateway.fhir.search.DateRange;
import org.homeward.gateway.fhir.search.Offer;
import org.homeward.gateway.fhir.search.SearchQuery;
import org.homeward.gateway.fhir.search.Searchset;
import org.homeward.gateway.reading.ReadingClient;
import org.homeward.gateway.reading.ReadingView;
import org.homeward.gateway.role.Permission;
import org.homeward.gateway.upstream.Page;
import org.jboss.resteasy.reactive.RestPath;

/// Readings as Observations, newest first.
@Path("/fhir/R4/Observation")
@Produces(FhirJson.MEDIA_TYPE)
@Authenticated
public class ObservationRoutes {
    private final Access access;
    private final CurrentAccess current;
    private final Found found;
    private final ReadingClient readings;

    @Inject
    ObservationRoutes(
            Access access, CurrentAccess current, Found found, @RestClient ReadingClient readings) {
        this.access = access;
        this.current = current;
        this.found = found;
        this.readings = readings;
    }

    @GET
    @Path("{id}")
    @Requires(Permission.READING_READ)
    @Operation(hidden = true)
    public Uni<Response> read(@RestPath UUID id, @Context HttpHeaders headers) {
        current.about(id);
        return readings.find(current.actor(), id)
                .call(one -> access.require(Permission.READING_READ, one.patientId()))
                .map(one -> FhirJson.ok(FhirObservation.of(one, Languages.of(headers))));
    }

    @GET
    @Requires(Permission.READING_READ)
    @Operation(hidden = true)
    public Uni<Bundle> search(@Context UriInfo uri, @Context HttpHeaders headers) {
        SearchQuery query = SearchQuery.of(uri, Offer.OBSERVATION);
        Wanted wanted = Wanted.of(query);
        return page(query, wanted)
                .map(
                        page ->
                                Searchset.of(
                                        uri,
                                        page.items().stream()
                                                .filter(wanted::matches)
                                                .map(
                                                        one ->
                                                                FhirObservation.of(
                                                                        one, Languages.of(headers)))
                                                .toList(),
                                        page.next()));
    }

    private Uni<Page<ReadingView>> page(SearchQuery query, Wanted wanted) {
        if (query.has("_id")) {
            return found.each(query.ids(), id -> readings.find(current.actor(), id))
                    .chain(
                            list ->
                                    found.within(
                                            Permission.READING_READ, list, ReadingView::patientId))
                    .map(list -> new Page<>(list, null));
        }
        UUID patient =
                wanted.patient()
                        .orElseThrow(
                                () -> SearchQuery.refused("patient", "is needed, or else _id"));
        return access.require(Permission.READING_READ, patient)
                .chain(
                        granted ->
                                wanted.nothing()
                                        ? Uni.createFrom().item(new Page<>(List.of(), null))
                                        : readings.list(
                                                granted.actor(),
                                                patient,
                                                wanted.upstream(query).parameters()));
    }

    /// What is asked of a reading.
    ///
    /// @param codes canonical codes; empty optional: any
    private record Wanted(
            Optional<UUID> patient,
            Optional<Set<String>> codes,
            DateRange date,
            boolean anyCategory) {
        static Wanted of(SearchQuery query) {
            Optional<Set<String>> codes =
                    query.has("code")
                            ? Optional.of(
                                    query.tokens("code").stream()
                                            .flatMap(token -> canonical(token).stream())
                                            .collect(Collectors.toSet()))
                            : Optional.empty();
            boolean anyCategory =
                    !query.has("category")
                            || query.tokens("category").stream()
                                    .anyMatch(
                                            token ->
                                                    token.matches(
                                                            FhirObservation.CATEGORIES,
                                                            FhirObservation.CATEGORY));
            return new Wanted(query.patient(), codes, DateRange.of(query.all("date")), anyCategory);
        }

        private static Optional<String> canonical(SearchQuery.Token token) {
            String system = token.system() == null ? CodeTable.LOINC : token.system();
            return system.isEmpty()
                    ? Optional.empty()
                    : CodeTable.standard().find(system, token.code()).map(Code::loinc);
        }

        boolean nothing() {
            return !anyCategory || codes.map(Set::isEmpty).orElse(false);
        }

        /// Whether it is what was asked for. A panel is found by its own code, not by a part's.
        boolean matches(ReadingView view) {
            return anyCategory
                    && patient.map(view.patientId()::equals).orElse(true)
                    && codes.map(set -> set.contains(view.code())).orElse(true)
                    && date.contains(view.measuredAt());
        }

        Query upstream(SearchQuery query) {
            return new Query()
                    .with(
                            "code",
                            codes.filter(set -> set.size() == 1)
                                    .map(set -> set.iterator().next())
                                    .orElse(null))
                    .with("from", date.from())
                    .with("to", date.to())
                    .with("limit", query.count())
                    .with("cursor", query.cursor());
        }
    }
}
