package org.homeward.gateway.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What the keys of a kind of device mean.
@Schema(name = "DeviceProfile")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProfileView(
        @Schema(required = true) String id,
        @Schema(required = true) String name,
        @Nullable Integer version,
        @Schema(required = true) Map<String, Meaning> keys) {

    /// One key: a code of the table and the UCUM unit of a value that comes without one.
    @Schema(name = "DeviceKey")
    public record Meaning(
            @Schema(required = true) String code, @Schema(required = true) String unit) {}

    int tag() {
        return version == null ? 0 : version;
    }
}
