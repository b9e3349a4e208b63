package org.homeward.gateway.edge;

import io.quarkus.oidc.TenantResolver;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/// Chooses how a request is authenticated: whoever sends an `Authorization` header, or calls the
/// API without a session, by bearer token; a browser with its session, and a sign-in, by the code
/// flow. An ID token is so never taken for a bearer, and the API never answers with a redirect.
@ApplicationScoped
public class Tenants implements TenantResolver {
    static final String BEARER = "bearer-tokens";
    private static final String SESSION_COOKIE = "q_session";

    @Override
    public @Nullable String resolve(RoutingContext context) {
        if (context.request().getHeader(HttpHeaders.AUTHORIZATION) != null) {
            return BEARER;
        }
        return isApi(context.normalizedPath()) && !hasSession(context) ? BEARER : null;
    }

    static boolean isApi(String path) {
        return path.equals("/api")
                || path.startsWith("/api/")
                || path.equals("/fhir")
                || path.startsWith("/fhir/");
    }

    static boolean hasSession(RoutingContext context) {
        return context.request().cookies().stream()
                .anyMatch(cookie -> cookie.getName().startsWith(SESSION_COOKIE));
    }
}
