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
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
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
        String subject = actor.get().subject();
        Instant now = Instant.now();
        return devices.of(subject, patientId, now)
                .map(
                        device ->
                                new Refusal.Sent(
                                        device, MANUAL, MediaType.APPLICATION_JSON, body, now))
                .chain(sent -> keep(sent, subject));
    }

    private Uni<Response> keep(Refusal.Sent sent, String subject) {
        if (sent.body().length > bodyBytes) {
            Refused large = new Refused(413, "BODY_TOO_LARGE", tooLarge(sent.body().length));
            return refuse(large, () -> admit.refuseUnkept(sent, reason(large)));
        }
        try {
            AdmitReadings.Request request =
                    Requests.of(sent, json.decode(sent.body(), sent.deviceId()), false, subject);
            return durable(() -> admit.keep(request, admit.judge(request))).map(this::answer);
        } catch (Refused e) {
            return refuse(e, () -> admit.refuse(sent, reason(e)));
        }
    }

    /// The person is told once the refusal is kept, as a device would be.
    private Uni<Response> refuse(Refused refused, Supplier<CompletableFuture<Void>> kept) {
        counts.refused(MANUAL);
        Problem problem = new Problem(refused.status(), refused.code(), refused.detail());
        return durable(kept).chain(() -> Uni.createFrom().failure(problem));
    }

    private static Refusal.Reason reason(Refused refused) {
        return new Refusal.Reason(refused.code(), refused.detail(), null);
    }

    private String tooLarge(int size) {
        return "The body has more than " + bodyBytes + " bytes. It has " + size + " bytes.";
    }

    private static <T> Uni<T> durable(Supplier<CompletableFuture<T>> work) {
        return Uni.createFrom()
                .completionStage(work)
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
