package org.homeward.ingest.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.homeward.ingest.json.Mutations;
import org.homeward.ingest.json.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The published schemas against the parsers: what is good by the one is good by the other, and
/// whatever a parser refuses for its form no schema lets pass.
class SchemasTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String READINGS =
            """
            {"readings":[
              {"id":"m-1","code":"8867-4","value":72,"unit":"/min","sequence":3,
               "takenAt":"2026-11-22T10:00:00+01:00","context":{"posture":"sitting","n":1}},
              {"code":"8867-4","special":"not-a-number","takenAt":"2026-11-22T10:00:00Z"},
              {"code":"85354-9","takenAt":"2026-11-22T10:00:00.25Z","components":[
                {"code":"8480-6","value":128,"unit":"mm[Hg]"},
                {"code":"8462-4","special":"above-range"}]}],
             "battery":80,"firmware":"1.2.3","deviceId":"00000000-0000-0001-0000-000000000001"}""";
    private static final String SENML =
            """
            [{"bver":10,"bn":"urn:dev:1:","bt":1795593600,"bu":"1/min","bv":1,"n":"hr","v":71},
             {"n":"spo2","u":"%","v":97,"t":-60.5}]""";
    private static final String KEYED =
            """
            [{"ts":1795593600000,"values":{"hr":72,"spo2":"97.5"}},{"values":{"temp":36.8}}]""";
    private static final String PLAIN = "{\"hr\":72,\"spo2\":\"97.5\"}";

    static Stream<Arguments> good() {
        return Stream.of(
                Arguments.of("readings", Format.OWN, READINGS),
                Arguments.of("senml", Format.SENML, SENML),
                Arguments.of("keyed", Format.KEYED, KEYED),
                Arguments.of("keyed", Format.KEYED, PLAIN));
    }

    @ParameterizedTest
    @MethodSource("good")
    void aGoodBodyIsValidAndTakenWhole(String schema, Format format, String body)
            throws IOException, Refused {
        assertThat(schema(schema).validate(MAPPER.readTree(body))).isEmpty();
        assertThat(Dialects.read(format, body).decoded().faults()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("good")
    void whatTheParserRefusesForItsFormIsInvalid(String name, Format format, String body)
            throws IOException {
        JsonSchema schema = schema(name);
        List<byte[]> refused =
                Mutations.of(body).filter(variant -> isRefused(format, variant)).toList();
        assertThat(refused).hasSizeGreaterThan(10);
        assertThat(refused)
                .allSatisfy(
                        variant ->
                                assertThat(schema.validate(MAPPER.readTree(variant)))
                                        .as(
                                                new String(
                                                        variant,
                                                        java.nio.charset.StandardCharsets.UTF_8))
                                        .isNotEmpty());
    }

    private static boolean isRefused(Format format, byte[] body) {
        try {
            return Dialects.read(format, body).decoded().faults().stream()
                    .anyMatch(fault -> fault.status() == 400);
        } catch (Refused e) {
            return true;
        }
    }

    @Test
    void anAnswerAndAProfileAreValidAsTheyAreDocumented() throws IOException {
        assertThat(
                        schema("verdicts")
                                .validate(
                                        MAPPER.readTree(
                                                """
                                                {"accepted":[{"index":0,"id":"00000000-0000-0001-0000-000000000001"}],
                                                 "rejected":[{"index":1,"code":"UNKNOWN_UNIT","detail":"readings[1].unit: not a UCUM unit"}]}""")))
                .isEmpty();
        JsonSchema profile = schema("device-profile");
        assertThat(
                        profile.validate(
                                MAPPER.readTree(
                                        """
                                        {"id":"multi","name":"Monitor","keys":{"spo2":{"code":"59408-5","unit":"%"}}}""")))
                .isEmpty();
        assertThat(profile.validate(MAPPER.readTree("{\"name\":\"x\",\"keys\":{}}"))).isNotEmpty();
    }

    private static JsonSchema schema(String name) throws IOException {
        try (InputStream in = SchemasTest.class.getResourceAsStream("/schemas/" + name + ".json")) {
            JsonNode tree = MAPPER.readTree(in);
            JsonSchemaFactory factory =
                    JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
            assertThat(
                            factory.getSchema(
                                            java.net.URI.create(
                                                    "https://json-schema.org/draft/2020-12/schema"))
                                    .validate(tree))
                    .isEmpty();
            return factory.getSchema(tree);
        }
    }
}
