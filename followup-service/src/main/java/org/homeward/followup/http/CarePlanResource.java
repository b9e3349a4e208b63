package org.homeward.followup.http;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.homeward.followup.Transactions;
import org.homeward.followup.draft.PlanDraft;
import org.homeward.followup.file.Plans;
import org.homeward.followup.http.body.EntityTag;
import org.homeward.followup.http.body.JsonBody;
import org.homeward.followup.http.body.ListView;
import org.homeward.followup.monitoring.ChangePlan;
import org.homeward.followup.patient.PatientId;
import org.homeward.followup.plan.CarePlan;
import org.homeward.followup.work.TaskIndex;
import org.homeward.kit.caller.Actor;
import org.homeward.kit.caller.CurrentActor;
import org.homeward.kit.problem.Problem;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

@Path("/internal/v1/patients/{id}/care-plan")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CarePlanResource {
    record VersionView(
            int version,
            String author,
            Instant at,
            String reason,
            List<CarePlanView.ThresholdView> thresholds) {
        static VersionView of(CarePlan plan) {
            return new VersionView(
                    plan.version(),
                    plan.author(),
                    plan.at(),
                    plan.reason(),
                    plan.thresholds().stream().map(CarePlanView.ThresholdView::of).toList());
        }
    }

    private final ChangePlan changePlan;
    private final Transactions transactions;
    private final Plans plans;
    private final TaskIndex tasks;
    private final CurrentActor actor;

    @Inject
    CarePlanResource(
            ChangePlan changePlan,
            Transactions transactions,
            Plans plans,
            TaskIndex tasks,
            CurrentActor actor) {
        this.changePlan = changePlan;
        this.transactions = transactions;
        this.plans = plans;
        this.tasks = tasks;
        this.actor = actor;
    }

    @GET
    @Authenticated
    public Uni<RestResponse<CarePlanView>> get(@RestPath UUID id) {
        PatientId patient = new PatientId(id);
        return transactions
                .run(
                        () ->
                                current(patient)
                                        .chain(
                                                plan ->
                                                        tasks.latestOf(patient)
                                                                .map(
                                                                        t ->
                                                                                CarePlanView.of(
                                                                                        plan, t,
                                                                                        null))))
                .map(CarePlanResource::answer);
    }

    @PUT
    @RolesAllowed({"nurse", "physician"})
    public Uni<RestResponse<CarePlanView>> put(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            byte[] body) {
        Actor author = actor.get();
        int version = EntityTag.needed(ifMatch);
        PlanDraft draft = PlanBodies.draft(JsonBody.fields(body));
        PatientId patient = new PatientId(id);
        return changePlan
                .change(patient, draft, version, author)
                .chain(
                        changed ->
                                transactions
                                        .run(() -> tasks.latestOf(patient))
                                        .map(
                                                t ->
                                                        CarePlanView.of(
                                                                changed.plan(),
                                                                t,
                                                                changed.careTeam())))
                .map(CarePlanResource::answer);
    }

    @GET
    @Path("/versions")
    @Authenticated
    public Uni<ListView<VersionView>> versions(@RestPath UUID id) {
        PatientId patient = new PatientId(id);
        return transactions
                .run(() -> current(patient).chain(() -> plans.since(patient, Instant.EPOCH)))
                .map(CarePlanResource::newestFirst);
    }

    private static ListView<VersionView> newestFirst(List<CarePlan> versions) {
        return ListView.of(
                versions.stream()
                        .sorted(Comparator.comparingInt(CarePlan::version).reversed())
                        .map(VersionView::of)
                        .toList());
    }

    private Uni<CarePlan> current(PatientId patient) {
        return plans.current(List.of(patient))
                .map(
                        found -> {
                            CarePlan plan = found.get(patient);
                            if (plan == null) {
                                throw Problem.notFound();
                            }
                            return plan;
                        });
    }

    private static RestResponse<CarePlanView> answer(CarePlanView view) {
        return ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, EntityTag.of(view.version()))
                .build();
    }
}
