package org.homeward.gateway.device;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.homeward.gateway.access.Access;
import org.homeward.gateway.access.CurrentAccess;
import org.homeward.gateway.patient.PatientClient;
import org.homeward.gateway.role.AccessDecision.Granted;
import org.homeward.gateway.role.Permission;
import org.homeward.gateway.role.Scope;
import org.homeward.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Which devices the caller sees, what of them, and to whom they may give one.
@ApplicationScoped
class SeenDevices {
    private static final int NOT_FOUND = 404;

    private final DeviceClient devices;
    private final PatientClient patients;
    private final Access gate;
    private final CurrentAccess access;

    @Inject
    SeenDevices(
            @RestClient DeviceClient devices,
            @RestClient PatientClient patients,
            Access gate,
            CurrentAccess access) {
        this.devices = devices;
        this.patients = patients;
        this.gate = gate;
        this.access = access;
    }

    /// A device that the caller sees, whole, and what they see of it.
    record Seen(Sight sight, DeviceView device) {
        DeviceView shown() {
            return sight.shown(device);
        }

        boolean sees(LocalDate day) {
            return sight.sees(device, day);
        }
    }

    /// What the caller sees of devices, with the right to one patient shown where one is named.
    Uni<Sight> sight(@Nullable UUID patientId) {
        boolean any = access.granted().scope() == Scope.ANY;
        if (any && patientId == null) {
            return Uni.createFrom().item(Sight.WITHOUT_PATIENTS);
        }
        if (any) {
            throw Problem.forbidden();
        }
        if (patientId != null) {
            return gate.require(Permission.DEVICE_READ, patientId)
                    .map(g -> new Sight(false, false, Set.of(patientId)));
        }
        boolean unworn = access.granted().scope() == Scope.TEAM;
        return gate.visible(access.caller(), Permission.DEVICE_READ)
                .map(ids -> new Sight(false, unworn, Set.copyOf(ids)));
    }

    /// A device; as if there were none, where the caller does not see it.
    Uni<Seen> device(UUID id) {
        access.about(id);
        return sight(null)
                .chain(
                        sight ->
                                devices.get(access.actor(), id)
                                        .map(device -> new Seen(sight, device)))
                .invoke(
                        seen -> {
                            if (!seen.sight().sees(seen.device(), Instant.now())) {
                                throw Problem.notFound();
                            }
                        });
    }

    /// The right to give a device to a patient. Whoever administers devices may name anybody, and
    /// could name nobody: the readings and alerts of a patient who does not exist are on no screen.
    Uni<Granted> patient(UUID id) {
        Uni<Granted> granted = gate.require(Permission.ASSIGNMENT_WRITE, id);
        return granted.chain(
                g -> g.scope() == Scope.ANY ? exists(id).replaceWith(g) : Uni.createFrom().item(g));
    }

    private Uni<Void> exists(UUID id) {
        return patients.get(access.actor(), id)
                .replaceWithVoid()
                .onFailure(e -> e instanceof Problem p && p.status() == NOT_FOUND)
                .transform(_ -> unknown());
    }

    private static Problem unknown() {
        String cause = "there is no such patient";
        return new Problem(422, "UNKNOWN_PATIENT", "patientId: " + cause).field("patientId", cause);
    }
}
