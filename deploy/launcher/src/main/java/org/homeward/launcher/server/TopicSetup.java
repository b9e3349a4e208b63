package org.homeward.launcher.server;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.homeward.events.Topics;
import org.homeward.launcher.LaunchFailure;

/// Creates the topics of the contract; nothing else may, since auto-creation is off.
public final class TopicSetup {
    private static final String LOCAL_BYTES = Long.toString(8L * 1024 * 1024 * 1024);
    private static final long DAY_MILLIS = 86_400_000L;
    private static final short ONE_REPLICA = 1;

    private TopicSetup() {}

    /// Creates the topics that are missing.
    public static void create(String bootstrap, int partitions) {
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            Set<String> there = admin.listTopics().names().get();
            List<NewTopic> missing =
                    Topics.ALL.stream()
                            .filter(spec -> !there.contains(spec.name()))
                            .map(spec -> topic(spec, partitions))
                            .toList();
            admin.createTopics(missing).all().get();
            if (there.contains(Topics.TELEMETRY)) {
                enlarge(admin);
            }
        } catch (ExecutionException e) {
            throw new LaunchFailure("the topics cannot be made: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("interrupted while making the topics", e);
        }
    }

    /// A topic of an earlier release takes smaller records.
    private static void enlarge(Admin admin) throws ExecutionException, InterruptedException {
        ConfigEntry size =
                new ConfigEntry(
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        Integer.toString(Topics.TELEMETRY_BATCH_BYTES));
        admin.incrementalAlterConfigs(
                        Map.of(
                                new ConfigResource(ConfigResource.Type.TOPIC, Topics.TELEMETRY),
                                List.of(new AlterConfigOp(size, AlterConfigOp.OpType.SET))))
                .all()
                .get();
    }

    private static NewTopic topic(Topics.Spec spec, int partitions) {
        return new NewTopic(spec.name(), partitions, ONE_REPLICA).configs(settings(spec));
    }

    /// A topic's settings; on one machine `telemetry` is kept by size, 8 GiB a partition.
    static Map<String, String> settings(Topics.Spec spec) {
        Map<String, String> settings = new HashMap<>();
        settings.put(
                TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                spec.logAppendTime() ? "LogAppendTime" : "CreateTime");
        settings.put(TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG, "false");
        switch (spec.retention()) {
            case FOREVER -> settings.put(TopicConfig.RETENTION_MS_CONFIG, "-1");
            case DAYS_30 -> settings.put(TopicConfig.RETENTION_MS_CONFIG, days(30));
            case YEAR -> settings.put(TopicConfig.RETENTION_MS_CONFIG, days(365));
            case COMPACT ->
                    settings.put(
                            TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        }
        if (spec.name().equals(Topics.TELEMETRY)) {
            settings.put(TopicConfig.RETENTION_BYTES_CONFIG, LOCAL_BYTES);
            settings.put(
                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                    Integer.toString(Topics.TELEMETRY_BATCH_BYTES));
        }
        return settings;
    }

    private static String days(int days) {
        return Long.toString(days * DAY_MILLIS);
    }
}
