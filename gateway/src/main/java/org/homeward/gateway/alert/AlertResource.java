package org.homeward.gateway.alert;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.homeward.gateway.access.Access;
import org.homeward.gateway.access.CurrentAccess;
import org.homeward.gateway.access.Requires;
import org.homeward.gateway.edge.Etags;
import org.homeward.gateway.edge.Languages;
import org.homeward.gateway.edge.Links;
import org.homeward.gateway.role.Permission;
import org.homeward.gateway.role.Role;
import org.homeward.gateway.upstream.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/// Alerts of the patients within reach, and what people do about them.
@Path("/api/v1/alerts")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Authenticated
public class AlertResource {
    private static final int MOST = 200;

    private final AlertClient alerts;
    private final Access gate;
    private final CurrentAccess access;

    @Inject
    AlertResource(@RestClient AlertClient alerts, Access gate, CurrentAccess access) {
        this.alerts = alerts;
        this.gate = gate;
        this.access = access;
    }

    /// The filters of the list; `status=open` gives all that are neither closed nor retrospective.
    public record Filter(
            @RestQuery @Nullable String status,
            @RestQuery @Nullable UUID patientId,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String cursor) {}

    @GET
    @Requires(Permission.ALERT_READ)
    @Operation(summary = "Alerts of the patients within reach, newest first")
    public Uni<Page<AlertView>> list(
            @BeanParam Filter filter, @Context UriInfo uri, @Context HttpHeaders headers) {
        String language = Languages.of(headers);
        int limit = Links.limit(filter.limit(), MOST);
        return patients(filter.patientId())
                .chain(ids -> search(ids, filter, limit))
                .map(page -> Links.page(uri, shown(page.items(), language), page.next()));
    }

    private Uni<List<UUID>> patients(@Nullable UUID patientId) {
        return patientId == null
                ? gate.visible(access.caller(), Permission.ALERT_READ)
                : gate.require(Permission.ALERT_READ, patientId).map(g -> List.of(patientId));
    }

    private Uni<Page<AlertView>> search(List<UUID> ids, Filter filter, int limit) {
        return ids.isEmpty()
                ? Uni.createFrom().item(new Page<>(List.of(), null))
                : alerts.search(
                        access.actor(),
                        new AlertClient.Search(ids, filter.status(), limit, filter.cursor()));
    }

    private List<AlertView> shown(List<AlertView> items, String language) {
        Role role = access.granted().role();
        return items.stream().map(alert -> shown(alert, role, language)).toList();
    }

    private static AlertView shown(AlertView alert, Role role, String language) {
        return switch (role) {
            case AUDITOR -> alert.meta();
            case PATIENT, CARER -> alert.in(language).plain();
            case PHYSICIAN, NURSE, GP, MANAGER, DEVICE_ADMIN, OPS_ADMIN -> alert.in(language);
        };
    }

    @GET
    @Path("{id}")
    @Requires(Permission.ALERT_READ)
    @Operation(summary = "One alert with its evidence")
    @APIResponseSchema(AlertView.class)
    public Uni<Response> get(@RestPath UUID id, @Context HttpHeaders headers) {
        return mine(id, Permission.ALERT_READ).map(alert -> tagged(alert, headers));
    }

    @POST
    @Path("{id}/acknowledge")
    @Requires(Permission.ALERT_ACT)
    @Operation(
            summary =
                    "Say that an alert has been seen; 409 with who and when if somebody was first")
    @APIResponseSchema(AlertView.class)
    public Uni<Response> acknowledge(
            @RestPath UUID id, @Nullable AlertAction action, @Context HttpHeaders headers) {
        return act(id, "acknowledge", Permission.ALERT_ACT, action, headers);
    }

    @POST
    @Path("{id}/assign")
    @Requires(Permission.ALERT_ACT)
    @Operation(summary = "Give an alert to somebody")
    @APIResponseSchema(AlertView.class)
    public Uni<Response> assign(
            @RestPath UUID id, @Nullable AlertAction action, @Context HttpHeaders headers) {
        return act(id, "assign", Permission.ALERT_ACT, action, headers);
    }

    @POST
    @Path("{id}/snooze")
    @Requires(Permission.ALERT_ACT)
    @Operation(summary = "Put an alert off for a while; never a critical one")
    @APIResponseSchema(AlertView.class)
    public Uni<Response> snooze(
            @RestPath UUID id, @Nullable AlertAction action, @Context HttpHeaders headers) {
        return act(id, "snooze", Permission.ALERT_ACT, action, headers);
    }

    @POST
    @Path("{id}/release")
    @Requires(Permission.ALERT_ACT)
    @Operation(summary = "Give an alert back")
    @APIResponseSchema(AlertView.class)
    public Uni<Response> release(
            @RestPath UUID id, @Nullable AlertAction action, @Context HttpHeaders headers) {
        return act(id, "release", Permission.ALERT_ACT, action, headers);
    }

    @POST
    @Path("{id}/resolve")
    @Requires(Permission.ALERT_RESOLVE)
    @Operation(summary = "Close an alert with its outcome")
    @APIResponseSchema(AlertView.class)
    public Uni<Response> resolve(
            @RestPath UUID id, @Nullable AlertAction action, @Context HttpHeaders headers) {
        return act(id, "resolve", Permission.ALERT_RESOLVE, action, headers);
    }

    private Uni<Response> act(
            UUID id,
            String verb,
            Permission permission,
            @Nullable AlertAction action,
            HttpHeaders headers) {
        AlertAction said = action == null ? AlertAction.NONE : action;
        return mine(id, permission)
                .chain(alert -> alerts.act(access.actor(), id, verb, said))
                .map(alert -> tagged(alert, headers));
    }

    /// The alert, once the caller's right to its patient is shown.
    private Uni<AlertView> mine(UUID id, Permission permission) {
        access.about(id);
        return alerts.get(access.actor(), id)
                .chain(alert -> gate.require(permission, alert.patientId()).map(g -> alert));
    }

    private Response tagged(AlertView alert, HttpHeaders headers) {
        Role role = access.granted().role();
        return Etags.tagged(shown(alert, role, Languages.of(headers)), alert.version());
    }
}
