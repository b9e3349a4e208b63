package org.homeward.followup.file;

import org.homeward.followup.patient.PatientId;

/// Keeps identities closed: a data key per patient, wrapped by the master key, and keyed hashes to
/// find by.
public interface IdentityVault {
    /// A fresh data key.
    DataKey newKey(PatientId patient);

    /// The data key that was stored wrapped.
    ///
    /// @throws IllegalStateException if the key was not wrapped for this patient by this master key
    DataKey unwrap(PatientId patient, byte[] wrapped);

    /// A keyed hash by which an equal value of the same kind is found and nothing else is learnt.
    byte[] blind(String kind, String value);
}
