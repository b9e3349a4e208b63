package org.homeward.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The dashboard's types are made from a file; here it is held against the gateway that runs. With
/// `-Dhomeward.openapi.write=true` it is written anew.
@QuarkusTest
class OpenApiResourceTest implements RealGateway {
    private static final Path FILE = Path.of("src/main/webui/src/lib/openapi.json");

    @Test
    void theDashboardsFileIsWhatTheGatewayServes() throws IOException {
        ObjectMapper json =
                new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);
        Object served =
                json.readValue(
                        given().get("/api/openapi?format=json").then().extract().asString(),
                        Object.class);
        String text = json.writerWithDefaultPrettyPrinter().writeValueAsString(served) + "\n";
        if (Boolean.getBoolean("homeward.openapi.write")) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, text);
        }
        assertThat(FILE).exists();
        assertThat(Files.readString(FILE)).isEqualTo(text);
    }
}
