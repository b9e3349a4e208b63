package org.homeward.kit.caller;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/// Gives a request the role of the person it is made for. The header counts only beside a token
/// whose `azp` is the gateway; without it anyone with a token could name any physician as author.
/// Without a usable header the identity has no role at all.
@ApplicationScoped
@IfBuildProperty(name = "homeward.caller.enabled", stringValue = "true", enableIfMissing = true)
public class ActorAugmentor implements SecurityIdentityAugmentor {
    /// The identity's attribute that holds the [Actor].
    public static final String ATTRIBUTE = Actor.class.getName();

    private static final String GATEWAY = "homeward-gateway";

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context) {
        return augment(identity, context, Map.of());
    }

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity,
            AuthenticationRequestContext context,
            Map<String, Object> attributes) {
        if (identity.isAnonymous()) {
            return Uni.createFrom().item(identity);
        }
        RoutingContext request = HttpSecurityUtils.getRoutingContextAttribute(attributes);
        if (!(identity.getPrincipal() instanceof JsonWebToken token)
                || !GATEWAY.equals(token.getClaim("azp"))) {
            return Uni.createFrom().failure(new ForbiddenException());
        }
        return Uni.createFrom().item(withActor(identity, actorOf(request)));
    }

    private static Optional<Actor> actorOf(@Nullable RoutingContext request) {
        String header = request == null ? null : request.request().getHeader(Actor.HEADER);
        return header == null ? Optional.empty() : Actor.parse(header);
    }

    private static SecurityIdentity withActor(SecurityIdentity identity, Optional<Actor> actor) {
        QuarkusSecurityIdentity.Builder builder =
                QuarkusSecurityIdentity.builder().setPrincipal(identity.getPrincipal());
        identity.getCredentials().forEach(builder::addCredential);
        builder.addAttributes(identity.getAttributes());
        actor.ifPresent(a -> builder.addRole(a.role()).addAttribute(ATTRIBUTE, a));
        return builder.build();
    }
}
