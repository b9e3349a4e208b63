package org.homeward.gateway.credential;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// What a device's next credential is to be: its own X.509 certificate (PEM), by which it is let in
/// over MQTT with TLS, or without one a token.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WantedCredential(@Nullable String certificate) {
    static final WantedCredential TOKEN = new WantedCredential(null);
}
