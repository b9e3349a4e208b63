package org.homeward.followup.crypt;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.homeward.followup.FollowUpConfig;
import org.homeward.followup.file.DataKey;
import org.homeward.followup.file.IdentityVault;
import org.homeward.followup.patient.PatientId;

/// The vault under the master key of the configured file. Without that file the service does not
/// start: it could neither read nor write a name.
@Startup
@ApplicationScoped
public class AesVault implements IdentityVault {
    private static final char SEPARATOR = '\u001f';

    private final MasterKey master;

    @Inject
    AesVault(FollowUpConfig config) {
        this.master = MasterKey.read(config.masterKeyFile());
    }

    AesVault(MasterKey master) {
        this.master = master;
    }

    @Override
    public DataKey newKey(PatientId patient) {
        byte[] key = Primitives.random(MasterKey.BYTES);
        byte[] wrapped = Primitives.seal(master.wrapping(), key, context(patient));
        return new AesDataKey(patient, new SecretKeySpec(key, "AES"), wrapped);
    }

    @Override
    public DataKey unwrap(PatientId patient, byte[] wrapped) {
        byte[] key = Primitives.open(master.wrapping(), wrapped, context(patient));
        return new AesDataKey(patient, new SecretKeySpec(key, "AES"), wrapped);
    }

    @Override
    public byte[] blind(String kind, String value) {
        Mac mac = Primitives.hmac(master.indexing());
        return mac.doFinal((kind + SEPARATOR + value).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] context(PatientId patient) {
        return ("data-key/" + patient).getBytes(StandardCharsets.US_ASCII);
    }
}
