package org.homeward.gateway.patient;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.homeward.gateway.access.CurrentAccess;
import org.homeward.gateway.access.Requires;
import org.homeward.gateway.alert.AlertClient;
import org.homeward.gateway.edge.Links;
import org.homeward.gateway.edge.Query;
import org.homeward.gateway.role.Permission;
import org.homeward.gateway.upstream.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// A patient's history: alerts and what followup-service knows, newest first, page by page.
@Path("/api/v1/patients/{patientId}/timeline")
@Authenticated
public class TimelineResource {
    private static final int MOST = 200;

    private final PatientClient patients;
    private final AlertClient alerts;
    private final CurrentAccess access;

    @Inject
    TimelineResource(
            @RestClient PatientClient patients,
            @RestClient AlertClient alerts,
            CurrentAccess access) {
        this.patients = patients;
        this.alerts = alerts;
        this.access = access;
    }

    @GET
    @Requires(Permission.TIMELINE_READ)
    @Operation(summary = "What has happened to a patient, newest first")
    public Uni<Page<TimelineItem>> list(
            @RestPath UUID patientId,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String cursor,
            @Context UriInfo uri) {
        MergeCursor at = MergeCursor.parse(cursor, Links.limit(limit, MOST));
        return Uni.combine()
                .all()
                .unis(alertLines(patientId, at), followUpLines(patientId, at))
                .asTuple()
                .map(both -> Merge.newestFirst(both.getItem1(), both.getItem2(), at))
                .map(page -> Links.page(uri, page.items(), page.next()));
    }

    private Uni<Page<TimelineItem>> alertLines(UUID patientId, MergeCursor at) {
        if (at.first().done()) {
            return Uni.createFrom().item(new Page<>(List.of(), null));
        }
        return alerts.search(
                        access.actor(),
                        new AlertClient.Search(
                                List.of(patientId), null, at.limit(), at.first().cursor()))
                .map(
                        page ->
                                new Page<>(
                                        page.items().stream().map(TimelineItem::of).toList(),
                                        page.next()));
    }

    private Uni<Page<TimelineItem>> followUpLines(UUID patientId, MergeCursor at) {
        if (at.second().done()) {
            return Uni.createFrom().item(new Page<>(List.of(), null));
        }
        Query query = new Query().with("limit", at.limit()).with("cursor", at.second().cursor());
        return patients.timeline(access.actor(), patientId, query.parameters());
    }
}
