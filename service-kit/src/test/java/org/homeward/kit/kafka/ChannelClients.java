package org.homeward.kit.kafka;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.KafkaProducer;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The clients of a service's channels as far as their configuration goes: what is set for all, and
/// over it what is set for the channel.
final class ChannelClients implements KafkaClientService {
    private static final String ALL = "mp.messaging.connector.smallrye-kafka.";

    private final SmallRyeConfig config;
    private final boolean connected;

    ChannelClients(SmallRyeConfig config, boolean connected) {
        this.config = config;
        this.connected = connected;
    }

    private Map<String, Object> configuration(String direction, String channel) {
        Map<String, Object> settings = new HashMap<>();
        copy(ALL, settings);
        copy("mp.messaging." + direction + "." + channel + ".", settings);
        return settings;
    }

    private void copy(String prefix, Map<String, Object> settings) {
        for (String name : config.getPropertyNames()) {
            if (name.startsWith(prefix)) {
                settings.put(name.substring(prefix.length()), config.getValue(name, String.class));
            }
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public <K, V> List<KafkaConsumer<K, V>> getConsumers(String channel) {
        if (!connected) {
            return List.of();
        }
        Object client = configured(KafkaConsumer.class, configuration("incoming", channel));
        return List.of((KafkaConsumer<K, V>) client);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <K, V> KafkaProducer<K, V> getProducer(String channel) {
        if (!connected) {
            return null;
        }
        Object client = configured(KafkaProducer.class, configuration("outgoing", channel));
        return (KafkaProducer<K, V>) client;
    }

    private static Object configured(Class<?> client, Map<String, Object> settings) {
        return Proxy.newProxyInstance(
                client.getClassLoader(),
                new Class<?>[] {client},
                (_, method, _) -> {
                    if (method.getName().equals("configuration")) {
                        return settings;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    @Override
    public Set<String> getConsumerChannels() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<String> getProducerChannels() {
        throw new UnsupportedOperationException();
    }
}
