package org.homeward.ingest.credential;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import org.homeward.ingest.device.Credential;
import org.homeward.ingest.device.TokenHash;

/// Which devices tokens belong to or belonged to; one that is nobody's is not in the answer. Fails
/// only when the registry cannot be reached.
public interface CredentialStore {
    Uni<Map<TokenHash, Credential>> find(List<TokenHash> hashes);
}
