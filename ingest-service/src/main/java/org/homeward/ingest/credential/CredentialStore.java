package org.homeward.ingest.credential;

import io.smallrye.mutiny.Uni;
import org.homeward.ingest.device.Credential;
import org.homeward.ingest.device.TokenHash;

/// Which device a token belongs to or belonged to. Fails only when the registry cannot be reached.
public interface CredentialStore {
    Uni<Credential> find(TokenHash hash);
}
