package org.homeward.followup.db.file;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.homeward.followup.file.IdentifierTaken;
import org.homeward.followup.file.IdentityVault;
import org.homeward.followup.file.Patients;
import org.homeward.followup.patient.Identifier;
import org.homeward.followup.patient.Patient;
import org.homeward.followup.patient.PatientId;

@ApplicationScoped
class PgPatients implements PanacheRepositoryBase<PatientEntity, UUID>, Patients {
    private final IdentityVault vault;

    @Inject
    PgPatients(IdentityVault vault) {
        this.vault = vault;
    }

    @Override
    public Uni<Optional<Patient>> load(PatientId id) {
        return findById(id.value()).map(e -> Optional.ofNullable(e).map(p -> p.toDomain(vault)));
    }

    @Override
    public Uni<Optional<Patient>> lock(PatientId id) {
        return findById(id.value(), LockModeType.PESSIMISTIC_WRITE)
                .map(e -> Optional.ofNullable(e).map(p -> p.toDomain(vault)));
    }

    @Override
    public Uni<Void> save(Patient patient) {
        return findById(patient.id().value())
                .chain(
                        entity -> {
                            if (entity == null) {
                                return persistAndFlush(PatientEntity.from(patient, vault))
                                        .chain(() -> index(patient));
                            }
                            return entity.write(patient, vault)
                                    ? flush().chain(() -> index(patient))
                                    : Uni.createFrom().voidItem();
                        });
    }

    private Uni<Void> index(Patient patient) {
        return getSession().chain(session -> index(session, patient));
    }

    private Uni<Void> index(Mutiny.Session session, Patient patient) {
        Uni<?> chain =
                session.createNativeQuery("delete from patient_identifier where patient_id = ?1")
                        .setParameter(1, patient.id().value())
                        .executeUpdate();
        for (Identifier identifier : new LinkedHashSet<>(patient.identity().identifiers())) {
            chain = chain.chain(() -> index(session, patient.id(), identifier));
        }
        return chain.replaceWithVoid();
    }

    private Uni<Integer> index(Mutiny.Session session, PatientId patient, Identifier identifier) {
        return session.createNativeQuery(
                        "insert into patient_identifier (identifier_index, patient_id, value_index)"
                                + " values (?1, ?2, ?3) on conflict (identifier_index) do nothing")
                .setParameter(1, BlindIndexes.identifier(vault, identifier))
                .setParameter(2, patient.value())
                .setParameter(3, BlindIndexes.value(vault, identifier.value()))
                .executeUpdate()
                .invoke(
                        written -> {
                            if (written == 0) {
                                throw new IdentifierTaken();
                            }
                        });
    }
}
