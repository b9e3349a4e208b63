package org.homeward.gateway.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.homeward.events.Code;
import org.jspecify.annotations.Nullable;

/// One row of the code table, for charts and forms.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CodeView(
        @Schema(required = true) String code,
        @Schema(
                        required = true,
                        enumeration = {"panel", "component", "quantity", "coded"})
                String kind,
        @Schema(required = true) List<String> aliases,
        @Schema(required = true) String unit,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Schema(required = true) List<String> components,
        @Schema(required = true) String en,
        @Schema(required = true) String fr) {
    public CodeView {
        aliases = List.copyOf(aliases);
        components = List.copyOf(components);
    }

    static CodeView of(Code row) {
        return new CodeView(
                row.loinc(),
                row.kind().name().toLowerCase(Locale.ROOT),
                row.aliases(),
                row.unit(),
                row.min(),
                row.max(),
                row.components(),
                row.en(),
                row.fr());
    }
}
