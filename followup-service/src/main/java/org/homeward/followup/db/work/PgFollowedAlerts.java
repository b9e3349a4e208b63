package org.homeward.followup.db.work;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.homeward.followup.episode.FollowedAlert;
import org.homeward.followup.work.FollowedAlerts;

@ApplicationScoped
class PgFollowedAlerts implements PanacheRepositoryBase<FollowedAlertEntity, UUID>, FollowedAlerts {
    @Override
    public Uni<Optional<FollowedAlert>> lock(UUID alert) {
        return findById(alert, LockModeType.PESSIMISTIC_WRITE)
                .map(e -> Optional.ofNullable(e).map(FollowedAlertEntity::toDomain));
    }

    @Override
    public Uni<Void> save(FollowedAlert alert) {
        return findById(alert.id())
                .chain(
                        entity -> {
                            if (entity == null) {
                                return persist(FollowedAlertEntity.from(alert));
                            }
                            entity.write(alert);
                            return Uni.createFrom().item(entity);
                        })
                .replaceWithVoid();
    }
}
