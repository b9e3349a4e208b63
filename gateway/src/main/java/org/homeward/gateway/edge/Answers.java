package org.homeward.gateway.edge;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/// What every answer of the API has: never cached without asking (and by a resource's own word not
/// at all), 304 for what the caller has already, and when to come again.
public class Answers {
    private static final String RETRY_SECONDS = "2";

    @ServerResponseFilter
    public void complete(ContainerRequestContext request, ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        if (Tenants.isApi(request.getUriInfo().getPath())
                && !headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
            headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-cache, private");
        }
        int status = response.getStatus();
        if (status == 503 || status == 429) {
            headers.putSingle(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        Object tag = headers.getFirst(HttpHeaders.ETAG);
        if (status == 200
                && tag != null
                && request.getMethod().equals("GET")
                && tag.equals(request.getHeaderString(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatus(304);
            response.setEntity(null);
        }
    }
}
