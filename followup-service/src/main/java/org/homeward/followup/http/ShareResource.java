package org.homeward.followup.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import org.homeward.followup.http.body.Fields;
import org.homeward.followup.http.body.JsonBody;
import org.homeward.followup.http.body.ListView;
import org.homeward.followup.patient.PatientId;
import org.homeward.followup.share.RelationKind;
import org.homeward.followup.sharing.EndShare;
import org.homeward.followup.sharing.SharePatient;
import org.homeward.followup.sharing.ShareRequest;
import org.homeward.followup.team.CareTeam;
import org.homeward.kit.caller.Actor;
import org.homeward.kit.caller.CurrentActor;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/internal/v1/patients/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ShareResource {
    static final String RELATION = "Homeward-Relation";

    private final SharePatient sharePatient;
    private final EndShare endShare;
    private final ShareLists lists;
    private final CurrentActor actor;
    private final ObjectMapper mapper;

    @Inject
    ShareResource(
            SharePatient sharePatient,
            EndShare endShare,
            ShareLists lists,
            CurrentActor actor,
            ObjectMapper mapper) {
        this.sharePatient = sharePatient;
        this.endShare = endShare;
        this.lists = lists;
        this.actor = actor;
        this.mapper = mapper;
    }

    @GET
    @Path("/shares")
    @Authenticated
    public Uni<ListView<ShareView>> shares(@RestPath UUID id) {
        return lists.of(new PatientId(id));
    }

    @POST
    @Path("/shares")
    @RolesAllowed({"nurse", "physician", "patient"})
    public Uni<RestResponse<ShareView>> share(@RestPath UUID id, byte[] body) {
        Fields fields = JsonBody.fields(body);
        String practitioner = fields.needText("practitionerId", 64);
        return grant(id, request(RelationKind.SHARE, practitioner, fields), actor.get());
    }

    /// Links the patient's or a carer's own login.
    @POST
    @Path("/relations")
    @RolesAllowed({"nurse", "physician"})
    public Uni<RestResponse<ShareView>> relate(@RestPath UUID id, byte[] body) {
        Fields fields = JsonBody.fields(body);
        RelationKind kind =
                RelationKind.of(fields.needText("kind", 20))
                        .filter(k -> k != RelationKind.SHARE)
                        .orElseThrow(() -> fields.bad("kind"));
        return grant(id, request(kind, fields.needText("subject", 64), fields), actor.get());
    }

    @DELETE
    @Path("/shares/{shareId}")
    @RolesAllowed({"nurse", "physician", "patient"})
    public Uni<RestResponse<Void>> end(@RestPath UUID id, @RestPath UUID shareId) {
        return endShare.end(new PatientId(id), shareId)
                .map(
                        team ->
                                ResponseBuilder.<Void>noContent()
                                        .header(RELATION, encoded(team))
                                        .build());
    }

    private Uni<RestResponse<ShareView>> grant(UUID id, ShareRequest asked, Actor author) {
        return sharePatient
                .grant(new PatientId(id), asked, author)
                .map(
                        shared ->
                                ResponseBuilder.create(
                                                shared.created()
                                                        ? RestResponse.Status.CREATED
                                                        : RestResponse.Status.OK,
                                                ShareView.of(shared))
                                        .build());
    }

    private static ShareRequest request(RelationKind kind, String subject, Fields fields) {
        String purpose = fields.text("purpose", 64);
        return new ShareRequest(
                kind,
                subject,
                Objects.requireNonNullElse(purpose, "care"),
                fields.instant("from"),
                fields.instant("until"));
    }

    private String encoded(CareTeam team) {
        try {
            String json = mapper.writeValueAsString(RelationView.of(team));
            return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a relation can be written", e);
        }
    }
}
