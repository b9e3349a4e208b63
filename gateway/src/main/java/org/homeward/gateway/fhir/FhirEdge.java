package org.homeward.gateway.fhir;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.homeward.kit.problem.Problem;
import org.homeward.kit.problem.ProblemMappers;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/// What every request to `/fhir` has in common: JSON whatever way it is asked for, and refusals as
/// OperationOutcome, with the same status and words that the API's problems have.
public class FhirEdge {
    private static final String PATH = "/fhir";
    private static final Set<String> JSON =
            Set.of("json", "application/json", FhirJson.MEDIA_TYPE, "text/json");
    private static final Set<String> ANY = Set.of("*/*", "application/*");
    private static final String READS = "GET, HEAD";

    @ServerRequestFilter(preMatching = true)
    public @Nullable Response format(ContainerRequestContext request) {
        if (!isFhir(request)) {
            return null;
        }
        List<String> format = request.getUriInfo().getQueryParameters().get("_format");
        boolean json =
                (format == null || format.isEmpty())
                        ? accepts(request.getHeaderString(HttpHeaders.ACCEPT))
                        : JSON.contains(plain(format.getFirst()));
        if (json) {
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, FhirJson.MEDIA_TYPE);
            return null;
        }
        return ProblemMappers.response(
                new Problem(406, "NOT_ACCEPTABLE", "FHIR is spoken as JSON only here."));
    }

    private static boolean accepts(@Nullable String accept) {
        if (accept == null || accept.isBlank()) {
            return true;
        }
        for (String one : accept.split(",", -1)) {
            if (JSON.contains(plain(one)) || ANY.contains(plain(one))) {
                return true;
            }
        }
        return false;
    }

    /// A media type without its parameters; a `+` that was not encoded has become a space.
    private static String plain(String type) {
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end))
                .strip()
                .replace(' ', '+')
                .toLowerCase(Locale.ROOT);
    }

    /// Nothing but reading is offered, and a refusal of something else says so.
    @ServerResponseFilter
    public void outcome(ContainerRequestContext request, ContainerResponseContext response) {
        if (isFhir(request)
                && response.getStatus() >= 400
                && response.getEntity() instanceof String problem) {
            response.setEntity(
                    outcome(response.getStatus(), new JsonObject(problem)),
                    null,
                    MediaType.valueOf(FhirJson.MEDIA_TYPE));
            if (response.getStatus() == 405) {
                response.getHeaders().putSingle(HttpHeaders.ALLOW, READS);
            }
        }
    }

    private static boolean isFhir(ContainerRequestContext request) {
        return isFhir(request.getUriInfo().getPath());
    }

    static boolean isFhir(String path) {
        return path.equals(PATH) || path.startsWith(PATH + "/");
    }

    static OperationOutcome outcome(int status, JsonObject problem) {
        OperationOutcome outcome = new OperationOutcome();
        OperationOutcomeIssueComponent issue =
                outcome.addIssue()
                        .setSeverity(IssueSeverity.ERROR)
                        .setCode(type(status))
                        .setDetails(new CodeableConcept().setText(problem.getString("detail")))
                        .setDiagnostics(problem.getString("code"));
        problem.getJsonArray("errors", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .forEach(error -> issue.addLocation("http.name:" + error.getString("field")));
        return outcome;
    }

    private static IssueType type(int status) {
        return switch (status) {
            case 400, 422 -> IssueType.INVALID;
            case 401 -> IssueType.LOGIN;
            case 403 -> IssueType.FORBIDDEN;
            case 404 -> IssueType.NOTFOUND;
            case 405, 406, 415 -> IssueType.NOTSUPPORTED;
            case 409, 412, 428 -> IssueType.CONFLICT;
            case 413 -> IssueType.TOOLONG;
            case 429 -> IssueType.THROTTLED;
            case 503, 504 -> IssueType.TRANSIENT;
            default -> IssueType.EXCEPTION;
        };
    }
}
