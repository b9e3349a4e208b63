package org.homeward.followup.db.file;

import org.homeward.followup.file.IdentityVault;
import org.homeward.followup.patient.Identifier;
import org.homeward.followup.patient.NameKey;

/// What is hashed for which index. Changing a line here makes everybody registered before
/// unfindable.
final class BlindIndexes {
    private BlindIndexes() {}

    static byte[] family(IdentityVault vault, String family) {
        return vault.blind("family", NameKey.of(family));
    }

    static byte[] identifier(IdentityVault vault, Identifier identifier) {
        return vault.blind("identifier", identifier.system() + "|" + identifier.value());
    }

    static byte[] value(IdentityVault vault, String value) {
        return vault.blind("identifier-value", value.strip());
    }
}
