package org.homeward.helm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The kinds that may be deployed, each with the model that says which properties it has. A
/// property that no model knows is what a typing mistake looks like: the API server drops it in
/// silence.
final class Kinds {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Map<String, Class<? extends HasMetadata>> MODELS =
            Map.ofEntries(
                    Map.entry("v1/Namespace", Namespace.class),
                    Map.entry("v1/Service", Service.class),
                    Map.entry("v1/ServiceAccount", ServiceAccount.class),
                    Map.entry("apps/v1/Deployment", Deployment.class),
                    Map.entry(
                            "autoscaling/v2/HorizontalPodAutoscaler",
                            HorizontalPodAutoscaler.class),
                    Map.entry("networking.k8s.io/v1/Ingress", Ingress.class),
                    Map.entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
                    Map.entry("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class),
                    Map.entry("kafka.strimzi.io/v1/Kafka", Kafka.class),
                    Map.entry("kafka.strimzi.io/v1/KafkaNodePool", KafkaNodePool.class),
                    Map.entry("kafka.strimzi.io/v1/KafkaTopic", KafkaTopic.class),
                    Map.entry("kafka.strimzi.io/v1/KafkaUser", KafkaUser.class));
    private static final Set<String> FIELDS = fields();

    private Kinds() {}

    static String of(JsonNode document) {
        return document.path("apiVersion").asText() + "/" + document.path("kind").asText();
    }

    static boolean isTyped(JsonNode document) {
        return MODELS.containsKey(of(document));
    }

    static HasMetadata typed(JsonNode document) {
        Class<? extends HasMetadata> model = MODELS.get(of(document));
        if (model == null) {
            throw new AssertionError("no model for " + of(document));
        }
        try {
            return MAPPER.treeToValue(document, model);
        } catch (JsonProcessingException e) {
            throw new AssertionError(of(document) + ": " + e.getOriginalMessage(), e);
        }
    }

    /// The paths of all properties that the document's kind does not have.
    static List<String> leftOver(JsonNode document) {
        var found = new TreeSet<String>();
        if (isTyped(document)) {
            collect(typed(document), of(document), found);
        } else {
            collect(document, of(document), found);
        }
        return List.copyOf(found);
    }

    private static void collect(Object value, String path, Set<String> found) {
        switch (value) {
            case Collection<?> many -> many.forEach(one -> collect(one, path + "[]", found));
            case Map<?, ?> map -> map.forEach((key, one) -> collect(one, path + "." + key, found));
            default -> {
                String type = value.getClass().getName();
                if (type.startsWith("io.fabric8.") || type.startsWith("io.strimzi.")) {
                    getters(value).forEach(getter -> property(value, getter, path, found));
                }
            }
        }
    }

    private static List<Method> getters(Object bean) {
        if (bean instanceof Enum<?>) {
            return List.of();
        }
        var getters = new ArrayList<Method>();
        for (Method method : bean.getClass().getMethods()) {
            if (method.getName().startsWith("get") && method.getParameterCount() == 0) {
                getters.add(method);
            }
        }
        return getters;
    }

    private static void property(Object bean, Method getter, String path, Set<String> found) {
        Object value;
        try {
            value = getter.invoke(bean);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(path + "." + getter.getName(), e);
        }
        if (getter.getName().equals("getAdditionalProperties") && value instanceof Map<?, ?> more) {
            more.keySet().forEach(key -> found.add(path + "." + key));
        } else if (value != null) {
            String name = getter.getName().substring(3);
            collect(
                    value,
                    path + "." + Character.toLowerCase(name.charAt(0)) + name.substring(1),
                    found);
        }
    }

    /// Operators without a published Java model: the fields in use, reviewed against their API
    /// pages.
    private static void collect(JsonNode node, String path, Set<String> found) {
        if (FIELDS.contains(path + ".*")) {
            return;
        }
        if (node.isArray()) {
            node.forEach(one -> collect(one, path + "[]", found));
        } else if (node.isObject()) {
            node.properties().forEach(f -> collect(f.getValue(), path + "." + f.getKey(), found));
        } else if (!FIELDS.contains(path)) {
            found.add(path);
        }
    }

    private static Set<String> fields() {
        try (InputStream in = Kinds.class.getResourceAsStream("operator-fields.txt")) {
            String text =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
