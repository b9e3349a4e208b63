package org.homeward.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AsyncApiTest {
    private final JsonNode document = read();

    @Test
    void everyTopicOfTheCodeIsDescribedAndNoOther() {
        List<String> described = new ArrayList<>();
        document.get("channels").fieldNames().forEachRemaining(described::add);
        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(
                        Topics.ALL.stream().map(Topics.Spec::name).toList());
    }

    @Test
    void everyEventIsDescribedOnItsTopicAndOnNoOther() {
        for (Topics.Spec topic : Topics.ALL) {
            List<String> described = new ArrayList<>();
            document.at("/channels/" + topic.name() + "/messages")
                    .fieldNames()
                    .forEachRemaining(described::add);
            assertThat(described)
                    .as(topic.name())
                    .containsExactlyInAnyOrderElementsOf(
                            Arrays.stream(EventType.values())
                                    .filter(type -> type.topic().equals(topic.name()))
                                    .map(EventType::wireName)
                                    .toList());
        }
    }

    @Test
    void everyPayloadPointsToTheFileThatDefinesIt() throws IOException {
        for (EventType type : EventType.values()) {
            String ref =
                    document.at("/components/messages/" + type.wireName() + "/payload/schema/$ref")
                            .asText();
            String[] parts = ref.split("#");
            assertThat(parts).as(type.wireName()).hasSize(2);
            assertThat(Files.readString(Path.of(parts[0]))).contains("message " + parts[1] + " {");
        }
    }

    private static JsonNode read() {
        try {
            return new YAMLMapper().readTree(Path.of("asyncapi.yaml").toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
