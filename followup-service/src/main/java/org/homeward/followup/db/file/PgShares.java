package org.homeward.followup.db.file;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeward.followup.file.Shares;
import org.homeward.followup.patient.PatientId;
import org.homeward.followup.share.Share;

@ApplicationScoped
class PgShares implements PanacheRepositoryBase<ShareEntity, UUID>, Shares {
    private static final int OVERDUE_AT_ONCE = 100;

    @Override
    public Uni<List<Share>> of(PatientId patient) {
        return list("patientId = ?1 order by grantedAt desc, id", patient.value())
                .map(rows -> rows.stream().map(ShareEntity::toDomain).toList());
    }

    /// Once granted, only its end changes.
    @Override
    public Uni<Void> save(Share share) {
        return findById(share.id())
                .chain(
                        entity -> {
                            if (entity == null) {
                                return persist(ShareEntity.from(share));
                            }
                            entity.endedAt = share.endedAt();
                            return Uni.createFrom().item(entity);
                        })
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Share>> overdue(Instant now) {
        return find("endedAt is null and untilAt <= ?1", now)
                .page(0, OVERDUE_AT_ONCE)
                .list()
                .map(rows -> rows.stream().map(ShareEntity::toDomain).toList());
    }
}
