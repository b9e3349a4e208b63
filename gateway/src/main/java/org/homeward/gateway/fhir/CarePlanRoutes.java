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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.homeward.gateway.access.Access;
import org.homeward.gateway.access.CurrentAccess;
import org.homeward.gateway.access.Requires;
import org.homeward.gateway.edge.Languages;
import org.homeward.gateway.fhir.resource.FhirCarePlan;
import org.homeward.gateway.fhir.search.Offer;
import org.homeward.gateway.fhir.search.SearchQuery;
import org.homeward.gateway.fhir.search.Searchset;
import org.homeward.gateway.plan.CarePlanView;
import org.homeward.gateway.plan.PlanClient;
import org.homeward.gateway.role.Permission;
import org.homeward.gateway.role.Role;
import org.jboss.resteasy.reactive.RestPath;

/// Care plans. A patient has one, and it is found under the patient's own id.
@Path("/fhir/R4/CarePlan")
@Produces(FhirJson.MEDIA_TYPE)
@Authenticated
public class CarePlanRoutes {
    private final Access access;
    private final CurrentAccess current;
    private final Found found;
    private final PlanClient plans;

    @Inject
    CarePlanRoutes(
            Access access, CurrentAccess current, Found found, @RestClient PlanClient plans) {
        this.access = access;
        this.current = current;
        this.found = found;
        this.plans = plans;
    }

    @GET
    @Path("{patientId}")
    @Requires(Permission.CARE_PLAN_READ)
    @Operation(hidden = true)
    public Uni<Response> read(@RestPath UUID patientId, @Context HttpHeaders headers) {
        return plans.get(current.actor(), patientId)
                .map(one -> FhirJson.ok(shown(one, Languages.of(headers))));
    }

    @GET
    @Requires(Permission.CARE_PLAN_READ)
    @Operation(hidden = true)
    public Uni<Bundle> search(@Context UriInfo uri, @Context HttpHeaders headers) {
        SearchQuery query = SearchQuery.of(uri, Offer.CARE_PLAN);
        return found(query)
                .map(
                        list ->
                                Searchset.of(
                                        uri,
                                        list.stream()
                                                .map(one -> shown(one, Languages.of(headers)))
                                                .toList(),
                                        null));
    }

    private Uni<List<CarePlanView>> found(SearchQuery query) {
        Optional<UUID> patient = query.patient();
        if (query.has("_id")) {
            List<UUID> ids =
                    query.ids().stream()
                            .filter(id -> patient.map(id::equals).orElse(true))
                            .toList();
            return found.within(Permission.CARE_PLAN_READ, ids, id -> id)
                    .chain(reach -> found.each(reach, id -> plans.get(current.actor(), id)));
        }
        UUID asked =
                patient.orElseThrow(() -> SearchQuery.refused("patient", "is needed, or else _id"));
        return access.require(Permission.CARE_PLAN_READ, asked)
                .chain(granted -> plans.get(granted.actor(), asked))
                .map(List::of);
    }

    private CarePlan shown(CarePlanView view, String language) {
        boolean carer = current.granted().role() == Role.CARER;
        return FhirCarePlan.of(carer ? view.withoutThresholds() : view, language);
    }
}
