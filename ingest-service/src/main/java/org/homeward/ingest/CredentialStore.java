package org.homeward.ingest;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.homeward.ingest.device.Credential;
import org.homeward.ingest.device.TokenHash;

/// Which device a token belongs to. Empty for unknown tokens and disabled devices; fails only when
/// the registry cannot be reached.
public interface CredentialStore {
    Uni<Optional<Credential>> find(TokenHash hash);
}
