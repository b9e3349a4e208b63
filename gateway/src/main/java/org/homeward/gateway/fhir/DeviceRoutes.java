package org.homeward.gateway.fhir;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Device;
import org.homeward.gateway.access.Access;
import org.homeward.gateway.access.CurrentAccess;
import org.homeward.gateway.access.Requires;
import org.homeward.gateway.device.AssignmentView;
import org.homeward.gateway.device.DeviceClient;
import org.homeward.gateway.device.DeviceView;
import org.homeward.gateway.edge.Query;
import org.homeward.gateway.fhir.resource.FhirDevice;
import org.homeward.gateway.fhir.search.Offer;
import org.homeward.gateway.fhir.search.SearchQuery;
import org.homeward.gateway.fhir.search.Searchset;
import org.homeward.gateway.role.Permission;
import org.homeward.gateway.role.Scope;
import org.homeward.gateway.upstream.Page;
import org.homeward.kit.problem.Problem;
import org.jboss.resteasy.reactive.RestPath;

/// Devices of the caller's patients. Who sees all devices (the device desk) sees no patient.
@Path("/fhir/R4/Device")
@Produces(FhirJson.MEDIA_TYPE)
@Authenticated
public class DeviceRoutes {
    private final Access access;
    private final CurrentAccess current;
    private final Found found;
    private final DeviceClient devices;

    @Inject
    DeviceRoutes(
            Access access, CurrentAccess current, Found found, @RestClient DeviceClient devices) {
        this.access = access;
        this.current = current;
        this.found = found;
        this.devices = devices;
    }

    @GET
    @Path("{id}")
    @Requires(Permission.DEVICE_READ)
    @Operation(hidden = true)
    public Uni<Response> read(@RestPath UUID id) {
        current.about(id);
        return devices.get(current.actor(), id)
                .chain(this::reached)
                .map(one -> FhirJson.ok(one.orElseThrow(Problem::notFound)));
    }

    @GET
    @Requires(Permission.DEVICE_READ)
    @Operation(hidden = true)
    public Uni<Bundle> search(@Context UriInfo uri) {
        SearchQuery query = SearchQuery.of(uri, Offer.DEVICE);
        return page(query)
                .chain(
                        page ->
                                found.each(page.items(), this::reached)
                                        .map(
                                                list ->
                                                        Searchset.of(
                                                                uri,
                                                                list.stream()
                                                                        .flatMap(Optional::stream)
                                                                        .toList(),
                                                                page.next())));
    }

    private Uni<Page<DeviceView>> page(SearchQuery query) {
        Optional<UUID> patient = query.patient();
        if (query.has("_id")) {
            return found.each(query.ids(), id -> devices.get(current.actor(), id))
                    .map(list -> new Page<>(of(list, patient), null));
        }
        UUID asked =
                patient.orElseThrow(() -> SearchQuery.refused("patient", "is needed, or else _id"));
        return access.require(Permission.DEVICE_READ, asked)
                .chain(
                        granted ->
                                devices.list(
                                        granted.actor(),
                                        new Query()
                                                .with("patientId", asked)
                                                .with("limit", query.count())
                                                .with("cursor", query.cursor())
                                                .parameters()));
    }

    private static List<DeviceView> of(List<DeviceView> list, Optional<UUID> patient) {
        return list.stream()
                .filter(one -> patient.map(id -> patients(one).contains(id)).orElse(true))
                .toList();
    }

    /// The device as the caller may see it; empty when it is none of theirs. One that has moved on
    /// to another patient is that patient's now.
    private Uni<Optional<Device>> reached(DeviceView view) {
        if (current.granted().scope() == Scope.ANY) {
            return Uni.createFrom().item(Optional.of(FhirDevice.of(view, Optional.empty())));
        }
        List<UUID> theirs = now(view).map(List::of).orElseGet(() -> List.copyOf(patients(view)));
        return found.within(Permission.DEVICE_READ, theirs, id -> id)
                .map(
                        reach ->
                                reach.isEmpty()
                                        ? Optional.empty()
                                        : Optional.of(
                                                FhirDevice.of(
                                                        view, now(view).filter(reach::contains))));
    }

    private static Set<UUID> patients(DeviceView view) {
        return view.assignments().stream()
                .map(AssignmentView::patientId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static Optional<UUID> now(DeviceView view) {
        Instant now = Instant.now();
        return view.assignments().stream()
                .filter(one -> !one.from().isAfter(now))
                .filter(one -> one.to() == null || one.to().isAfter(now))
                .map(AssignmentView::patientId)
                .filter(Objects::nonNull)
                .findFirst();
    }
}
