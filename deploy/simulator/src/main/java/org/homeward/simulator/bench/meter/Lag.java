package org.homeward.simulator.bench.meter;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.homeward.events.Topics;

/// Whether everybody who reads `readings` in a group has read all of it: then every stored reading
/// was evaluated too.
public final class Lag implements AutoCloseable {
    private final Admin admin;

    public Lag(String kafka) {
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka));
    }

    /// Waits until nobody is behind.
    ///
    /// @return whether that came in time
    public boolean awaitNone(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (behind() > 0) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            LockSupport.parkNanos(50_000_000);
        }
        return true;
    }

    private long behind() {
        try {
            long behind = 0;
            for (var group : admin.listGroups().all().get()) {
                Map<TopicPartition, OffsetAndMetadata> read =
                        admin.listConsumerGroupOffsets(group.groupId())
                                .partitionsToOffsetAndMetadata()
                                .get();
                behind += behind(read);
            }
            return behind;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the groups cannot be asked", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private long behind(Map<TopicPartition, OffsetAndMetadata> read)
            throws ExecutionException, InterruptedException {
        Collection<TopicPartition> ours =
                read.keySet().stream().filter(p -> p.topic().equals(Topics.READINGS)).toList();
        var ends =
                admin.listOffsets(
                                ours.stream()
                                        .collect(
                                                Collectors.toMap(p -> p, _ -> OffsetSpec.latest())))
                        .all()
                        .get();
        long behind = 0;
        for (TopicPartition partition : ours) {
            OffsetAndMetadata at = read.get(partition);
            var end = ends.get(partition);
            if (at != null && end != null) {
                behind += Math.max(0, end.offset() - at.offset());
            }
        }
        return behind;
    }

    @Override
    public void close() {
        admin.close();
    }
}
