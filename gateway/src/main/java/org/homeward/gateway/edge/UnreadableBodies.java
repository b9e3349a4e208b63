package org.homeward.gateway.edge;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.homeward.kit.problem.Problem;
import org.homeward.kit.problem.ProblemMappers;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// A body of another form than asked for. The platform has a mapping of its own for these, with an
/// empty body or with class names in it; this one comes first.
public class UnreadableBodies {
    @ServerExceptionMapper(priority = 1)
    public Response mismatched(MismatchedInputException e) {
        String path =
                e.getPath().stream().map(UnreadableBodies::name).collect(Collectors.joining("."));
        return ProblemMappers.response(
                new Problem(
                                400,
                                "UNREADABLE_BODY",
                                "The body does not have the form that is asked for.")
                        .field(path, "cannot be read"));
    }

    private static String name(JsonMappingException.Reference part) {
        return part.getFieldName() == null ? "[" + part.getIndex() + "]" : part.getFieldName();
    }
}
