package org.homeward.gateway.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.homeward.gateway.role.Caller;
import org.homeward.gateway.role.Role;

/// Turns the identity that Quarkus has checked into the caller, and makes it the request's.
@ApplicationScoped
public class Callers {
    private final CurrentAccess current;

    @Inject
    Callers(CurrentAccess current) {
        this.current = current;
    }

    /// Makes the identity the current request's caller.
    public Caller enter(SecurityIdentity identity) {
        Caller caller = caller(identity);
        current.caller(caller);
        return caller;
    }

    private static Caller caller(SecurityIdentity identity) {
        if (identity.isAnonymous()) {
            return Caller.ANONYMOUS;
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        identity.getRoles().stream().map(Role::named).flatMap(Optional::stream).forEach(roles::add);
        if (identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null) {
            return new Caller(
                    token.getSubject(),
                    roles,
                    token.<String>claim("name").orElse(""),
                    Instant.ofEpochSecond(token.getExpirationTime()));
        }
        return Caller.ANONYMOUS;
    }
}
