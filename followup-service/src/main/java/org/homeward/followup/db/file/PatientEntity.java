package org.homeward.followup.db.file;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.homeward.followup.file.DataKey;
import org.homeward.followup.file.IdentityVault;
import org.homeward.followup.patient.Identity;
import org.homeward.followup.patient.Patient;
import org.homeward.followup.patient.PatientId;
import org.homeward.followup.patient.Sex;
import org.homeward.followup.patient.Standing;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "patient")
@SuppressWarnings("NullAway.Init")
class PatientEntity {
    @Id UUID id;

    @Column(name = "data_key")
    byte[] dataKey;

    byte[] family;
    byte[] given;

    @Column(name = "birth_date")
    byte @Nullable [] birthDate;

    byte[] identifiers;
    byte @Nullable [] phone;

    @Column(name = "family_index")
    byte[] familyIndex;

    String sex;

    @Column(name = "team_id")
    UUID teamId;

    String standing;

    @Column(name = "deceased_at")
    @Nullable Instant deceasedAt;

    int version;

    @Column(name = "care_team_version")
    long careTeamVersion;

    @Column(name = "registered_at")
    Instant registeredAt;

    static PatientEntity from(Patient patient, IdentityVault vault) {
        PatientEntity entity = new PatientEntity();
        DataKey key = vault.newKey(patient.id());
        entity.id = patient.id().value();
        entity.dataKey = key.wrapped();
        entity.registeredAt = patient.registeredAt();
        entity.seal(patient.identity(), key, vault);
        entity.writeOpen(patient);
        return entity;
    }

    /// Writes what changed; true if the identity did.
    boolean write(Patient patient, IdentityVault vault) {
        DataKey key = vault.unwrap(patient.id(), dataKey);
        boolean changed = !sealed().open(key).equals(patient.identity());
        if (changed) {
            seal(patient.identity(), key, vault);
        }
        writeOpen(patient);
        return changed;
    }

    Patient toDomain(IdentityVault vault) {
        PatientId patientId = new PatientId(id);
        Identity identity = sealed().open(vault.unwrap(patientId, dataKey));
        return new Patient(
                patientId,
                identity,
                Sex.of(sex).orElse(Sex.UNKNOWN),
                teamId,
                Standing.of(standing).orElseThrow(),
                deceasedAt,
                version,
                careTeamVersion,
                registeredAt);
    }

    private SealedIdentity sealed() {
        return new SealedIdentity(family, given, birthDate, identifiers, phone);
    }

    private void seal(Identity identity, DataKey key, IdentityVault vault) {
        SealedIdentity sealed = SealedIdentity.of(identity, key);
        family = sealed.family();
        given = sealed.given();
        birthDate = sealed.birthDate();
        identifiers = sealed.identifiers();
        phone = sealed.phone();
        familyIndex = BlindIndexes.family(vault, identity.family());
    }

    private void writeOpen(Patient patient) {
        sex = patient.sex().code();
        teamId = patient.teamId();
        standing = patient.standing().code();
        deceasedAt = patient.deceasedAt();
        version = patient.version();
        careTeamVersion = patient.careTeamVersion();
    }
}
