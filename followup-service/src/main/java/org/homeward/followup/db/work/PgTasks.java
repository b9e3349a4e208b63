package org.homeward.followup.db.work;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.followup.task.Task;
import org.homeward.followup.task.TaskId;
import org.homeward.followup.work.Tasks;

@ApplicationScoped
class PgTasks implements PanacheRepositoryBase<TaskEntity, UUID>, Tasks {
    @Override
    public Uni<Optional<Task>> lock(TaskId id) {
        return findById(id.value(), LockModeType.PESSIMISTIC_WRITE)
                .map(e -> Optional.ofNullable(e).map(TaskEntity::toDomain));
    }

    @Override
    public Uni<List<Task>> lockEpisode(UUID episode) {
        return find("episodeId = ?1 order by openedAt, id", episode)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .map(rows -> rows.stream().map(TaskEntity::toDomain).toList());
    }

    @Override
    public Uni<Void> save(Task task) {
        return findById(task.facts().id().value())
                .chain(
                        entity -> {
                            if (entity == null) {
                                return persist(TaskEntity.from(task));
                            }
                            entity.write(task);
                            return Uni.createFrom().item(entity);
                        })
                .replaceWithVoid();
    }
}
