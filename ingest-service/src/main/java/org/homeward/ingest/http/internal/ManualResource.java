package org.homeward.ingest.http.internal;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.homeward.ingest.IngestConfig;
import org.homeward.ingest.door.AdmitReadings;
import org.homeward.ingest.door.Counts;
import org.homeward.ingest.http.Requests;
import org.homeward.ingest.http.Verdicts;
import org.homeward.ingest.json.ReadingsJson;
import org.homeward.ingest.json.Refused;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.registry.VirtualDevices;
import org.homeward.kit.caller.CurrentActor;
import org.homeward.kit.problem.Problem;

/// Readings entered by a person: through the same door and the same log as a device's.
@Path("/internal/v1")
public class ManualResource {
    private static final org.homeward.ingest.sent.Path MANUAL =
            org.homeward.ingest.sent.Path.MANUAL;

    private final AdmitReadings admit;
    private final VirtualDevices devices;
    private final CurrentActor actor;
    private final Counts counts;
    private final ReadingsJson json;
    private final int bodyBytes;

    @Inject
    ManualResource(
            AdmitReadings admit,
            VirtualDevices devices,
            CurrentActor actor,
            Counts counts,
            IngestConfig config) {
        this.admit = admit;
        this.devices = devices;
        this.actor = actor;
        this.counts = counts;
        this.json = new ReadingsJson(config.edge().readings());
        this.bodyBytes = config.edge().bodyBytes();
    }

    @POST
    @Path("/patients/{patientId}/readings")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({"patient", "carer", "nurse", "physician"})
    public Uni<Response> enter(@PathParam("patientId") UUID patientId, byte[] body) {
        if (body.length > bodyBytes) {
            throw new Problem(413, "BODY_TOO_LARGE", "The body is too large.");
        }
        String subject = actor.get().subject();
        Instant now = Instant.now();
        return devices.of(subject, patientId, now)
                .map(
                        device ->
                                new Refusal.Sent(
                                        device, MANUAL, MediaType.APPLICATION_JSON, body, now))
                .chain(sent -> keep(sent, subject))
                .map(this::answer);
    }

    private Uni<AdmitReadings.Outcome> keep(Refusal.Sent sent, String subject) {
        AdmitReadings.Request request;
        try {
            request = Requests.of(sent, json.decode(sent.body(), sent.deviceId()), false, subject);
        } catch (Refused e) {
            throw new Problem(e.status(), e.code(), e.detail());
        }
        return Uni.createFrom()
                .completionStage(() -> admit.keep(request, admit.judge(request)))
                .onFailure()
                .transform(_ -> new Problem(503, "UNAVAILABLE", "Send the same again later."));
    }

    private Response answer(AdmitReadings.Outcome outcome) {
        counts.answered(MANUAL, outcome);
        if (outcome.admitted().isEmpty()) {
            throw Verdicts.problem(outcome.turned());
        }
        return Response.accepted(Verdicts.json(outcome)).build();
    }
}
