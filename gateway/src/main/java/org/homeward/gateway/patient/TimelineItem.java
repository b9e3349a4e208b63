package org.homeward.gateway.patient;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.homeward.gateway.alert.AlertView;
import org.homeward.gateway.upstream.Given;

/// One line of a patient's history.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TimelineItem(
        @Schema(required = true) Instant at,
        @Schema(required = true) String kind,
        @Schema(required = true) String id,
        @Schema(required = true) Map<String, String> text) {
    public TimelineItem {
        text = Given.map(text);
    }

    static TimelineItem of(AlertView alert) {
        return new TimelineItem(
                alert.raisedAt(), "alert", alert.id().toString(), alert.sentences());
    }
}
