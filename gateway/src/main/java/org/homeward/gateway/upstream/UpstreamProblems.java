package org.homeward.gateway.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Set;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.homeward.kit.problem.Problem;

/// A service's refusal as the gateway's own: status, code, detail and members are passed on. A 404
/// becomes the one body that out of scope gets too; a 401 or 5xx is our trouble, never the
/// caller's.
@ApplicationScoped
public class UpstreamProblems implements ResponseExceptionMapper<Problem> {
    private static final Set<String> STANDARD =
            Set.of("type", "title", "status", "detail", "code", "errors");

    private final ObjectMapper json;

    @Inject
    UpstreamProblems(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return status >= 400;
    }

    @Override
    public Problem toThrowable(Response response) {
        int status = response.getStatus();
        if (status == 404) {
            return Problem.notFound();
        }
        if (status == 401 || status >= 500) {
            Log.warnf("a service answered %d", status);
            return Unavailable.problem();
        }
        try {
            return passOn(status, json.readTree(response.readEntity(String.class)));
        } catch (IOException | RuntimeException e) {
            return new Problem(status, "REFUSED", "The request was refused.");
        }
    }

    private static Problem passOn(int status, JsonNode body) {
        Problem problem =
                new Problem(
                        status,
                        body.path("code").asText("REFUSED"),
                        body.path("detail").asText("The request was refused."));
        body.path("errors")
                .forEach(e -> problem.field(e.path("field").asText(), e.path("message").asText()));
        body.properties().stream()
                .filter(member -> !STANDARD.contains(member.getKey()))
                .forEach(member -> problem.with(member.getKey(), plain(member.getValue())));
        return problem;
    }

    private static Object plain(JsonNode value) {
        return switch (value.getNodeType()) {
            case NUMBER -> value.decimalValue();
            case BOOLEAN -> value.booleanValue();
            case STRING -> value.textValue();
            case ARRAY -> new io.vertx.core.json.JsonArray(value.toString());
            case OBJECT -> new io.vertx.core.json.JsonObject(value.toString());
            case NULL, MISSING, BINARY, POJO -> "";
        };
    }
}
