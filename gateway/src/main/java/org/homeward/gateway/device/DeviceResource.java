package org.homeward.gateway.device;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.homeward.gateway.access.CurrentAccess;
import org.homeward.gateway.access.Requires;
import org.homeward.gateway.edge.Links;
import org.homeward.gateway.edge.Query;
import org.homeward.gateway.quality.QualityClient;
import org.homeward.gateway.quality.QualityView;
import org.homeward.gateway.role.Permission;
import org.homeward.gateway.role.Scope;
import org.homeward.gateway.upstream.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/// Devices and who they measure for. Whoever administers devices sees no patient; a care team sees
/// its own patients' devices and those nobody wears.
@Path("/api/v1/devices")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Authenticated
public class DeviceResource {
    private static final int MOST = 200;

    private final DeviceClient devices;
    private final ProfileClient profiles;
    private final QualityClient quality;
    private final SeenDevices seen;
    private final CurrentAccess access;

    @Inject
    DeviceResource(
            @RestClient DeviceClient devices,
            @RestClient ProfileClient profiles,
            @RestClient QualityClient quality,
            SeenDevices seen,
            CurrentAccess access) {
        this.devices = devices;
        this.profiles = profiles;
        this.quality = quality;
        this.seen = seen;
        this.access = access;
    }

    @GET
    @Requires(Permission.DEVICE_READ)
    @Operation(summary = "Devices, with their patients for the care team alone")
    public Uni<Page<DeviceView>> list(
            @RestQuery @Nullable UUID patientId,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String cursor,
            @Context UriInfo uri) {
        Query query =
                new Query()
                        .with("patientId", patientId)
                        .with("limit", Links.limit(limit, MOST))
                        .with("cursor", cursor);
        return seen.sight(patientId)
                .chain(
                        sight ->
                                devices.list(access.actor(), query.parameters())
                                        .map(
                                                page ->
                                                        Links.page(
                                                                uri,
                                                                sight.of(
                                                                        page.items(),
                                                                        Instant.now()),
                                                                page.next())));
    }

    @GET
    @Path("{id}")
    @Requires(Permission.DEVICE_READ)
    @Operation(summary = "One device")
    public Uni<DeviceView> get(@RestPath UUID id) {
        return seen.device(id).map(SeenDevices.Seen::shown);
    }

    /// `from` and `to` are UTC days, both included; 30 days where they are missing. Who administers
    /// devices is given every day, whoever wore it.
    @GET
    @Path("{id}/quality")
    @Requires(Permission.DEVICE_READ)
    @Operation(
            summary = "How good a device's readings are, on the days it measured for whom you see")
    public Uni<QualityView> quality(
            @RestPath UUID id, @RestQuery @Nullable String from, @RestQuery @Nullable String to) {
        Query days = new Query().with("from", from).with("to", to);
        return seen.device(id)
                .chain(
                        found ->
                                quality.ofDevice(access.actor(), id, days.parameters())
                                        .map(all -> all.only(found::sees)));
    }

    /// The answer holds the device's token, this once.
    @POST
    @Requires(Permission.DEVICE_WRITE)
    @Operation(summary = "Register a device; the answer holds its token, this once")
    @APIResponseSchema(value = DeviceView.class, responseCode = "201")
    public Uni<Response> register(@Nullable NewDevice device, @Context UriInfo uri) {
        return devices.register(access.actor(), device == null ? NewDevice.UNNAMED : device)
                .map(
                        made ->
                                Response.created(URI.create("/api/v1/devices/" + made.id()))
                                        .header("Cache-Control", "no-store")
                                        .entity(made)
                                        .build());
    }

    /// Assigns a device to a patient of the caller's. One that another team's patient wears is not
    /// seen and so cannot be taken.
    @POST
    @Path("{id}/assignments")
    @Requires(Permission.ASSIGNMENT_WRITE)
    @Operation(summary = "Assign a device to a patient, from any time on")
    @APIResponseSchema(value = AssignmentView.class, responseCode = "201")
    public Uni<Response> assign(@RestPath UUID id, NewAssignment assignment) {
        return seen.device(id)
                .chain(() -> seen.patient(assignment.patientId()))
                .chain(
                        granted ->
                                devices.assign(granted.actor(), id, assignment)
                                        .map(made -> shown(made, granted.scope())))
                .map(made -> Response.status(201).entity(made).build());
    }

    private static AssignmentView shown(AssignmentView made, Scope scope) {
        return scope == Scope.ANY ? made.withoutPatient() : made;
    }

    @POST
    @Path("{id}/disable")
    @Requires(Permission.DEVICE_WRITE)
    @Operation(summary = "Disable a device; its credentials end at once")
    public Uni<DeviceView> disable(@RestPath UUID id) {
        access.about(id);
        return devices.disable(access.actor(), id)
                .map(device -> Sight.WITHOUT_PATIENTS.shown(device));
    }

    /// Gives a device the profile that says what its keys mean.
    @POST
    @Path("{id}/profile")
    @Requires(Permission.DEVICE_WRITE)
    @Operation(summary = "Give a device a profile, or take it away")
    public Uni<DeviceView> profile(@RestPath UUID id, GivenProfile profile) {
        access.about(id);
        return profiles.give(access.actor(), id, profile)
                .map(device -> Sight.WITHOUT_PATIENTS.shown(device));
    }

    /// Writes serial number, UDI, firmware or the day by which it is to be calibrated.
    @POST
    @Path("{id}/label")
    @Requires(Permission.DEVICE_WRITE)
    @Operation(summary = "Write what a recall names a device by; what is absent stays as it is")
    public Uni<DeviceView> label(@RestPath UUID id, DeviceLabel label) {
        access.about(id);
        return profiles.label(access.actor(), id, label)
                .map(device -> Sight.WITHOUT_PATIENTS.shown(device));
    }
}
