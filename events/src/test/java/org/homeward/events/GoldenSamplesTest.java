package org.homeward.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// One sample per event: documentation for people, and what every later version must still read.
class GoldenSamplesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @EnumSource
    void theSampleSurvivesTheWireUnchanged(EventType type) throws IOException {
        String sample = sample(type);
        Message event = EventJson.parse(sample, type.prototype().newBuilderForType()).build();

        Message read = type.parse(event.toByteArray());

        JsonNode printed = JSON.readTree(EventJson.print(read));
        assertThat(printed).isEqualTo(JSON.readTree(sample));
    }

    private static String sample(EventType type) throws IOException {
        return Files.readString(Path.of("src/test/resources/golden", type.wireName() + ".v1.json"));
    }
}
