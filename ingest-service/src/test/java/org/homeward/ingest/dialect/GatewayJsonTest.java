package org.homeward.ingest.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.homeward.ingest.json.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayJsonTest {
    private static List<GatewayJson.Part> parts(String text) throws Refused {
        return GatewayJson.parts(text.getBytes(StandardCharsets.UTF_8), 3);
    }

    @Test
    void eachNameHasItsPart() throws Refused {
        List<GatewayJson.Part> parts =
                parts("{\"A\":[{\"ts\":1,\"values\":{\"hr\":72}}],\"B\":[{\"spo2\":97}]}");
        assertThat(parts).extracting(GatewayJson.Part::name).containsExactly("A", "B");
        assertThat(parts)
                .extracting(part -> new String(part.bytes(), StandardCharsets.UTF_8))
                .containsExactly("[{\"ts\":1,\"values\":{\"hr\":72}}]", "[{\"spo2\":97}]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|400|UNREADABLE",
                "[]|400|UNREADABLE",
                "{}|400|INVALID_ENVELOPE",
                "{\"A\":{\"hr\":72}}|400|INVALID_ENVELOPE",
                "{\"A\":72}|400|INVALID_ENVELOPE",
                "{\"A\":[{\"a\":1,\"b\":2}],\"B\":[{\"values\":{\"a\":1,\"b\":2}}]}"
                        + "|413|TOO_MANY_READINGS",
                "{\"A\":[1,2,3,4]}|413|TOO_MANY_READINGS",
            })
    void whatIsNoSuchBodyIsRefusedAsAWhole(String text, int status, String code) {
        assertThatThrownBy(() -> parts(text))
                .isInstanceOfSatisfying(
                        Refused.class,
                        e -> {
                            assertThat(e.status()).isEqualTo(status);
                            assertThat(e.code()).isEqualTo(code);
                        });
    }

    @Test
    void moreThanAHundredNamesAreTooMany() {
        String many =
                IntStream.range(0, 101)
                        .mapToObj(i -> "\"" + i + "\":[]")
                        .collect(Collectors.joining(",", "{", "}"));
        assertThatThrownBy(() -> parts(many)).isInstanceOf(Refused.class);
    }
}
