package org.homeward.ingest.http.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.homeward.ingest.device.Device;
import org.homeward.ingest.profile.KeepProfiles;
import org.homeward.ingest.registry.DeviceRegistry;
import org.homeward.ingest.registry.Directory;
import org.homeward.ingest.registry.RegisterDevices;
import org.homeward.ingest.trace.TraceChange;
import org.homeward.ingest.trace.TraceRegistry;
import org.homeward.kit.caller.CurrentActor;
import org.homeward.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// The device registry, for the gateway.
@Path("/internal/v1/devices")
public class DevicesResource {
    private static final int MOST = 200;
    private static final int LONGEST = 200;

    private final Directory directory;
    private final RegisterDevices register;
    private final KeepProfiles profiles;
    private final TraceRegistry traces;
    private final CurrentActor actor;

    @Inject
    DevicesResource(
            Directory directory,
            RegisterDevices register,
            KeepProfiles profiles,
            TraceRegistry traces,
            CurrentActor actor) {
        this.directory = directory;
        this.register = register;
        this.profiles = profiles;
        this.traces = traces;
        this.actor = actor;
    }

    /// What is said of a new device; everything may be left out.
    public record Registration(
            @Nullable String kind,
            @Nullable String manufacturer,
            @Nullable String model,
            @Nullable String serial,
            @Nullable String label,
            @Nullable String profile,
            @Nullable String udi,
            @Nullable String firmware,
            @Nullable String calibrationDue) {
        static final Registration UNNAMED =
                new Registration(null, null, null, null, null, null, null, null, null);

        TraceChange traces() {
            ObjectNode said = JsonNodeFactory.instance.objectNode();
            put(said, "serial", serial);
            put(said, "udi", udi);
            put(said, "firmware", firmware);
            put(said, "calibrationDue", calibrationDue);
            return TraceBody.of(said);
        }

        private static void put(ObjectNode said, String field, @Nullable String text) {
            if (text != null) {
                said.put(field, text);
            }
        }

        Device.Description description() {
            return new Device.Description(
                    kind == null ? "unspecified" : checked(kind, "kind"),
                    optional(manufacturer, "manufacturer"),
                    optional(model, "model"),
                    optional(serial, "serial"),
                    optional(label, "label"));
        }

        private static @Nullable String optional(@Nullable String text, String field) {
            return text == null ? null : checked(text, field);
        }

        private static String checked(String text, String field) {
            if (text.isBlank() || text.length() > LONGEST || text.indexOf('\0') >= 0) {
                throw Params.invalid(field, "is empty or too long");
            }
            return text;
        }
    }

    /// Whose it becomes, from when until when.
    public record Assigning(
            @Nullable UUID patientId, @Nullable Instant from, @Nullable Instant to) {}

    @GET
    @Authenticated
    public Uni<ListView<DeviceView>> page(
            @QueryParam("patientId") @Nullable String patientId,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return directory
                .page(
                        Params.uuid(patientId, "patientId"),
                        Params.limit(limit, MOST),
                        Params.cursor(cursor))
                .map(page -> ListView.of(page, d -> DeviceView.of(d, null)));
    }

    @GET
    @Path("/{id}")
    @Authenticated
    public Uni<DeviceView> one(@PathParam("id") UUID id) {
        return view(id, null);
    }

    private Uni<DeviceView> view(UUID id, @Nullable String token) {
        return directory
                .find(id)
                .map(found -> DeviceView.of(found.orElseThrow(Problem::notFound), token));
    }

    @POST
    @RolesAllowed("device-admin")
    public Uni<Response> register(@Nullable Registration body) {
        Registration said = body == null ? Registration.UNNAMED : body;
        Device.Description description = said.description();
        TraceChange trace = said.traces();
        String by = actor.get().subject();
        String profile = Params.word(said.profile(), "profile");
        Uni<RegisterDevices.Registered> made =
                profile == null
                        ? register.register(description, by)
                        : profiles.require(profile)
                                .chain(() -> register.register(description, by))
                                .call(device -> profiles.give(device.id(), profile));
        return made.call(device -> traced(device.id(), trace))
                .chain(device -> view(device.id(), device.token()))
                .map(view -> Response.status(201).entity(view).build());
    }

    private Uni<Optional<UUID>> traced(UUID id, TraceChange trace) {
        return trace.isEmpty()
                ? Uni.createFrom().item(Optional.of(id))
                : traces.change(id, trace, Instant.now(), actor.get().subject());
    }

    /// Changes what is said of a device, and its profile; null takes it away.
    @PATCH
    @Path("/{id}")
    @RolesAllowed("device-admin")
    public Uni<DeviceView> change(@PathParam("id") UUID id, @Nullable JsonNode body) {
        JsonNode profile = body == null ? null : body.get("profile");
        if (profile != null && !(profile.isNull() || profile.isTextual())) {
            throw Params.invalid("profile", "is neither a profile's id nor null");
        }
        TraceChange trace = body == null ? null : TraceBody.of(body);
        if (trace == null || (trace.isEmpty() && profile == null)) {
            throw Params.invalid("profile", "is missing, and so is all else that can be changed");
        }
        Uni<Optional<UUID>> given =
                profile == null
                        ? Uni.createFrom().item(Optional.of(id))
                        : profiles.give(id, Params.word(profile.textValue(), "profile"));
        return given.map(done -> done.orElseThrow(Problem::notFound))
                .chain(done -> traced(done, trace))
                .map(done -> done.orElseThrow(Problem::notFound))
                .chain(done -> view(done, null));
    }

    @POST
    @Path("/{id}/assignments")
    @RolesAllowed({"device-admin", "nurse"})
    public Uni<Response> assign(@PathParam("id") UUID id, @Nullable Assigning body) {
        UUID patientId = body == null ? null : body.patientId();
        if (body == null || patientId == null) {
            throw Params.invalid("patientId", "is missing");
        }
        Instant said = Params.kept(body.from(), "from");
        Instant from = said == null ? Instant.now() : said;
        Instant until = Params.kept(body.to(), "to");
        if (until != null && !until.isAfter(from)) {
            throw new Problem(422, "INVALID_PERIOD", "to: is not after from");
        }
        return register.assign(
                        new DeviceRegistry.NewAssignment(
                                UUID.randomUUID(),
                                id,
                                patientId,
                                from,
                                until,
                                actor.get().subject()))
                .map(made -> DeviceView.AssignmentView.of(made.orElseThrow(Problem::notFound)))
                .map(view -> Response.status(201).entity(view).build())
                .onFailure(DeviceRegistry.Overlap.class)
                .transform(_ -> overlap());
    }

    private static Problem overlap() {
        return new Problem(
                409, "ASSIGNMENT_OVERLAPS", "The device is somebody's during that time already.");
    }

    @POST
    @Path("/{id}/disable")
    @RolesAllowed("device-admin")
    public Uni<DeviceView> disable(@PathParam("id") UUID id) {
        return register.disable(id)
                .map(done -> done.orElseThrow(Problem::notFound))
                .chain(done -> view(done, null));
    }
}
