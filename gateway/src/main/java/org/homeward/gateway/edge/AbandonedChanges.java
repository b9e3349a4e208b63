package org.homeward.gateway.edge;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Carries out a change whose sender has left, as a page does that is closed. When a connection
/// closes, the platform drops what a matched request has still to do: a change that was being
/// decided about would never be made. [Door] has its body by then, and from its method on
/// `@Cancellable(false)` keeps it.
public class AbandonedChanges {
    private static final int FIRST = 1;

    @Priority(FIRST)
    @ServerRequestFilter
    public void keep(RoutingContext request) {
        if (Door.isChange(request)) {
            request.response().closeHandler(null);
        }
    }
}
