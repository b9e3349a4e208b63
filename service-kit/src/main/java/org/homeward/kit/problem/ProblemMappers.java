package org.homeward.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// The one mapping from what a request can run into to its problem details. The message of an
/// exception that is not ours is never shown: it may hold SQL, a class name or a patient's data.
public class ProblemMappers {

    @ServerExceptionMapper
    public Response problem(Problem problem) {
        return response(problem);
    }

    @ServerExceptionMapper(priority = 4000)
    public Uni<Response> unauthorized(UnauthorizedException e, RoutingContext request) {
        return challenge(request);
    }

    @ServerExceptionMapper(priority = 4000)
    public Uni<Response> authenticationFailed(
            AuthenticationFailedException e, RoutingContext request) {
        return challenge(request);
    }

    @ServerExceptionMapper(priority = 4000)
    public Response forbidden(ForbiddenException e) {
        return response(Problem.forbidden());
    }

    @ServerExceptionMapper(priority = 1)
    public Response completion(AuthenticationCompletionException e) {
        return response(Problem.unauthorized());
    }

    @ServerExceptionMapper(priority = 1)
    public Response redirect(AuthenticationRedirectException e) {
        return Response.status(e.getCode()).header("Location", e.getRedirectUri()).build();
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException e) {
        Problem problem = new Problem(422, "INVALID", "Some fields are not valid.");
        e.getConstraintViolations()
                .forEach(v -> problem.field(v.getPropertyPath().toString(), v.getMessage()));
        return response(problem);
    }

    @Priority(1)
    @ServerExceptionMapper
    public Response unreadable(JsonMappingException e) {
        String path =
                e.getPath().stream()
                        .map(
                                r ->
                                        r.getFieldName() == null
                                                ? "[" + r.getIndex() + "]"
                                                : r.getFieldName())
                        .collect(Collectors.joining("."));
        return response(
                new Problem(
                                400,
                                "UNREADABLE_BODY",
                                "The body does not have the form that is asked for.")
                        .field(path, "cannot be read"));
    }

    @Priority(1)
    @ServerExceptionMapper
    public Response unreadable(JsonProcessingException e) {
        return response(new Problem(400, "UNREADABLE_BODY", "The body is not JSON."));
    }

    @ServerExceptionMapper
    public Response webApplication(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        if (e.getCause() instanceof JsonMappingException mapping) {
            return unreadable(mapping);
        }
        return response(
                switch (status) {
                    case 400 -> new Problem(400, "BAD_REQUEST", "The request cannot be read.");
                    case 401 -> Problem.unauthorized();
                    case 403 -> Problem.forbidden();
                    case 404 -> Problem.notFound();
                    case 405 ->
                            new Problem(
                                    405, "METHOD_NOT_ALLOWED", "This method is not offered here.");
                    case 406 ->
                            new Problem(
                                    406, "NOT_ACCEPTABLE", "This media type is not offered here.");
                    case 413 -> Problem.tooLarge();
                    case 415 ->
                            new Problem(
                                    415,
                                    "UNSUPPORTED_MEDIA_TYPE",
                                    "This content type is not read here.");
                    default -> new Problem(status, "HTTP_" + status, "The request was not served.");
                });
    }

    @ServerExceptionMapper
    public Response unexpected(Exception e) {
        Log.error("a request failed unexpectedly", e);
        return response(
                new Problem(
                        500,
                        "UNEXPECTED",
                        "Something went wrong on our side; it has been recorded."));
    }

    /// The response of a problem, for edges that answer without throwing.
    public static Response response(Problem problem) {
        return Response.status(problem.status())
                .type(MediaType.valueOf(Problem.MEDIA_TYPE))
                .entity(problem.toJson().encode())
                .build();
    }

    private static Uni<Response> challenge(RoutingContext request) {
        HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
        if (authenticator == null) {
            return Uni.createFrom().item(response(Problem.unauthorized()));
        }
        return authenticator
                .getChallenge(request)
                .map(
                        challenge -> {
                            Response.ResponseBuilder builder =
                                    Response.fromResponse(response(Problem.unauthorized()));
                            if (challenge != null && challenge.status == 401) {
                                challenge
                                        .getHeaders()
                                        .forEach((k, v) -> builder.header(k.toString(), v));
                            }
                            return builder.build();
                        })
                .onFailure()
                .recoverWithItem(() -> response(Problem.unauthorized()));
    }
}
