package org.homeward.followup.db.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.homeward.followup.plan.CarePlan;

/// A plan's version as the table keeps it: JSON by the names of the plan's components. Versions are
/// never rewritten, so a component may be added and never renamed.
final class PlanContent {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private PlanContent() {}

    static String write(CarePlan plan) {
        try {
            return MAPPER.writeValueAsString(plan);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a care plan cannot be written", e);
        }
    }

    static CarePlan read(String content) {
        try {
            return MAPPER.readValue(content, CarePlan.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored care plan cannot be read", e);
        }
    }
}
