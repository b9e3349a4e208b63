package org.homeward.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import io.strimzi.api.kafka.model.user.KafkaUserAuthorizationSimple;
import io.strimzi.api.kafka.model.user.acl.AclRule;
import io.strimzi.api.kafka.model.user.acl.AclRuleGroupResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleTopicResource;
import io.strimzi.api.kafka.model.user.acl.StrimziAclOperation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.homeward.events.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KafkaResourcesTest {
    private static final Pattern CHANNEL =
            Pattern.compile("mp\\.messaging\\.(incoming|outgoing)\\.[^.]+\\.topics?");

    @ParameterizedTest
    @EnumSource
    void topicsAreThoseOfTheContractWithItsSettings(Overlay overlay) {
        Map<String, Map<String, String>> declared =
                overlay.all(KafkaTopic.class).stream()
                        .collect(
                                Collectors.toMap(
                                        one -> one.getMetadata().getName(),
                                        one -> words(one.getSpec().getConfig())));
        Map<String, Map<String, String>> wanted =
                Topics.ALL.stream()
                        .collect(Collectors.toMap(Topics.Spec::name, KafkaResourcesTest::settings));
        assertThat(declared).isEqualTo(wanted);
        assertThat(overlay.all(KafkaTopic.class))
                .allMatch(one -> one.getSpec().getPartitions() == Topics.DEFAULT_PARTITIONS);
    }

    private static Map<String, String> words(Map<String, Object> config) {
        return config.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().toString()));
    }

    private static Map<String, String> settings(Topics.Spec topic) {
        var config = new HashMap<String, String>();
        config.put(
                "message.timestamp.type", topic.logAppendTime() ? "LogAppendTime" : "CreateTime");
        config.put(
                "cleanup.policy",
                topic.retention() == Topics.Retention.COMPACT ? "compact" : "delete");
        if (topic.name().equals(Topics.TELEMETRY)) {
            config.put("max.message.bytes", Integer.toString(Topics.TELEMETRY_BATCH_BYTES));
        }
        switch (topic.retention()) {
            case FOREVER -> config.put("retention.ms", "-1");
            case DAYS_30 -> config.put("retention.ms", "2592000000");
            case YEAR -> config.put("retention.ms", "31536000000");
            case COMPACT -> {}
        }
        return config;
    }

    @ParameterizedTest
    @EnumSource
    void aWriteCountsWhenEnoughBrokersHaveIt(Overlay overlay) {
        Map<String, Object> config =
                overlay.all(Kafka.class).getFirst().getSpec().getKafka().getConfig();
        int brokers = pool(overlay, "brokers");
        int replicas = overlay == Overlay.KIND ? 1 : 3;
        assertThat(config)
                .containsEntry("auto.create.topics.enable", false)
                .containsEntry("unclean.leader.election.enable", false)
                .containsEntry("default.replication.factor", replicas)
                .containsEntry("min.insync.replicas", Math.max(1, replicas - 1))
                .containsEntry("transaction.state.log.replication.factor", replicas)
                .containsEntry("transaction.state.log.min.isr", Math.max(1, replicas - 1));
        assertThat(overlay.all(KafkaTopic.class))
                .allMatch(one -> one.getSpec().getReplicas() == replicas);
        assertThat(brokers).isEqualTo(replicas);
        assertThat(pool(overlay, "controllers")).isEqualTo(replicas);
    }

    private static int pool(Overlay overlay, String name) {
        return overlay.all(KafkaNodePool.class).stream()
                .filter(one -> one.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getSpec()
                .getReplicas();
    }

    @Test
    void theBrokerIsTheVersionThatTheClientsAre() {
        var version =
                Pattern.compile("<kafka\\.version>(.+)</kafka\\.version>")
                        .matcher(Repository.text(Repository.ROOT.resolve("pom.xml")));
        assertThat(version.find()).isTrue();
        assertThat(Overlay.PRODUCTION.all(Kafka.class).getFirst().getSpec().getKafka().getVersion())
                .isEqualTo(version.group(1));
    }

    @Test
    void everyServiceHasAUserOfItsOwn() {
        assertThat(Overlay.PRODUCTION.all(KafkaUser.class))
                .extracting(one -> one.getMetadata().getName())
                .containsExactlyInAnyOrderElementsOf(Repository.SERVICES.values());
    }

    @Test
    void noUserMayDoMoreThanReadAndWriteTopicsOfTheContract() {
        Set<String> topics = Topics.ALL.stream().map(Topics.Spec::name).collect(Collectors.toSet());
        for (KafkaUser user : Overlay.PRODUCTION.all(KafkaUser.class)) {
            String own = user.getMetadata().getName();
            for (AclRule rule : rules(own)) {
                assertThat(rule.getOperations()).doesNotContain(StrimziAclOperation.ALL);
                if (rule.getResource() instanceof AclRuleTopicResource topic
                        && !topic.getName().equals(own)) {
                    assertThat(topics).contains(topic.getName());
                    assertThat(rule.getOperations())
                            .isSubsetOf(
                                    StrimziAclOperation.DESCRIBE,
                                    StrimziAclOperation.READ,
                                    StrimziAclOperation.WRITE);
                }
            }
        }
    }

    @Test
    void everyChannelOfAServiceIsAllowedToItsUser() {
        for (String service : Repository.SERVICES.values()) {
            Properties settings = Repository.settings(service);
            for (String key : settings.stringPropertyNames()) {
                var channel = CHANNEL.matcher(key);
                if (channel.matches()) {
                    StrimziAclOperation needed =
                            channel.group(1).equals("incoming")
                                    ? StrimziAclOperation.READ
                                    : StrimziAclOperation.WRITE;
                    for (String topic : settings.getProperty(key).split(",", -1)) {
                        assertThat(allowed(service, topic.strip())).as(key).contains(needed);
                    }
                }
            }
        }
    }

    @Test
    void everyConsumerGroupIsAllowedToItsUser() {
        for (String service : Repository.SERVICES.values()) {
            List<String> prefixes =
                    rules(service).stream()
                            .map(AclRule::getResource)
                            .filter(AclRuleGroupResource.class::isInstance)
                            .map(one -> ((AclRuleGroupResource) one).getName())
                            .toList();
            Properties settings = Repository.settings(service);
            assertThat(settings.stringPropertyNames())
                    .filteredOn(key -> key.endsWith("group.id") || key.endsWith("application-id"))
                    .extracting(settings::getProperty)
                    .allMatch(group -> prefixes.stream().anyMatch(group::startsWith));
        }
    }

    private static List<StrimziAclOperation> allowed(String user, String topic) {
        return rules(user).stream()
                .filter(
                        rule ->
                                rule.getResource() instanceof AclRuleTopicResource one
                                        && one.getName().equals(topic))
                .flatMap(rule -> rule.getOperations().stream())
                .toList();
    }

    private static List<AclRule> rules(String user) {
        return Overlay.PRODUCTION.all(KafkaUser.class).stream()
                .filter(one -> one.getMetadata().getName().equals(user))
                .map(one -> (KafkaUserAuthorizationSimple) one.getSpec().getAuthorization())
                .map(Objects::requireNonNull)
                .flatMap(one -> one.getAcls().stream())
                .toList();
    }
}
