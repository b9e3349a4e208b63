package org.homeward.gateway.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One rule of the catalogue.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RuleView(
        @Schema(required = true) String id,
        @Schema(required = true) String version,
        @Nullable String pack,
        @Nullable String code,
        @Nullable String direction,
        @Nullable String priority,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        @Nullable BigDecimal exitBand,
        Evidence.@Nullable Confirm confirm,
        @Nullable String source,
        @Nullable String edition,
        boolean signedOff) {}
