package org.homeward.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class ProblemTest {
    @Test
    void aProblemReadsAsRfc9457() {
        JsonObject json =
                new Problem(409, "ALREADY_CLOSED", "Somebody was first.")
                        .with("by", "someone")
                        .field("note", "too long")
                        .toJson();
        assertThat(json.getString("type")).isEqualTo("urn:homeward:already-closed");
        assertThat(json.getString("title")).isEqualTo("Already closed");
        assertThat(json.getInteger("status")).isEqualTo(409);
        assertThat(json.getString("by")).isEqualTo("someone");
        assertThat(json.getJsonArray("errors").getJsonObject(0).getString("field"))
                .isEqualTo("note");
    }

    @Test
    void unknownAndOutOfScopeAreTheSameToTheByte() {
        assertThat(Problem.notFound().toJson().encode())
                .isEqualTo(Problem.notFound().toJson().encode());
        assertThat(Problem.notFound().toJson().fieldNames()).doesNotContain("by", "at", "errors");
    }
}
