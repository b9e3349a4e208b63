package org.homeward.simulator.ward;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.homeward.simulator.platform.Gateway;
import org.homeward.simulator.platform.Json;
import org.homeward.simulator.platform.Registry;

/// Registers a ward patient, writes the plan and opens the record to those who may see it. Doing it
/// again changes nothing.
final class Admission {
    private static final int ALREADY_THERE = 409;
    private static final String BED = "urn:homeward:demo-ward";
    private static final Map<String, String> SUBJECTS =
            Map.of(
                    "patient", "00000000-0000-4000-8000-000000000001",
                    "carer", "00000000-0000-4000-8000-000000000002",
                    "gp", "00000000-0000-4000-8000-000000000005");

    private final Registry registry;
    private final Clock clock;
    private final Consumer<String> notice;

    /// Admits through this registry.
    ///
    /// @param notice told what did not work and is not worth a ward without patients
    Admission(Registry registry, Clock clock, Consumer<String> notice) {
        this.notice = notice;
        this.registry = registry;
        this.clock = clock;
    }

    UUID admit(WardPatient patient) {
        ObjectNode body = patient.registration().deepCopy();
        body.putArray("identifiers").addObject().put("system", BED).put("value", patient.bed());
        UUID id = registry.patient(patient.nurse(), body).patientId();
        plan(patient, id);
        patient.people().forEach(person -> relate(patient, id, person));
        return id;
    }

    private void plan(WardPatient patient, UUID id) {
        String path = "/api/v1/patients/" + id + "/care-plan";
        Gateway.Answer answer = registry.gateway().get(patient.physician(), path);
        ObjectNode plan = (ObjectNode) Gateway.must(answer, "the reading of a care plan");
        if (!plan.path("measurements").isEmpty()) {
            return;
        }
        plan.set("measurements", patient.plan().path("measurements"));
        plan.set("thresholds", patient.plan().path("thresholds"));
        plan.put("reason", "Plan at admission to the demo ward");
        Gateway.must(
                registry.gateway().put(patient.physician(), path, plan, answer.etag()),
                "the writing of a care plan");
    }

    /// A share for the GP; the patient's and the carer's logins linked to the record. What is there
    /// already stays.
    private void relate(WardPatient patient, UUID id, String person) {
        String subject = SUBJECTS.getOrDefault(person, person);
        Instant until = clock.instant().plus(Duration.ofDays(365));
        ObjectNode relation = Json.object().put("purpose", "care").put("until", until.toString());
        String path = "/api/v1/patients/" + id;
        if (person.equals("gp")) {
            path += "/shares";
            relation.put("practitionerId", subject);
        } else {
            path += "/relations";
            relation.put("kind", person.equals("patient") ? "self" : "delegation");
            relation.put("subject", subject);
        }
        Gateway.Answer answer = registry.gateway().post(patient.nurse(), path, relation);
        if (!answer.ok() && answer.status() != ALREADY_THERE) {
            notice.accept(
                    "the login of the %s could not be linked: %d"
                            .formatted(person, answer.status()));
        }
    }
}
