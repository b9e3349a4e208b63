package org.homeward.gateway.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A device to register; everything is optional.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewDevice(
        @Nullable String kind,
        @Nullable String manufacturer,
        @Nullable String model,
        @Nullable String serial,
        @Nullable String label,
        @Nullable String profile,
        @Nullable String udi,
        @Nullable String firmware,
        @Nullable LocalDate calibrationDue) {
    static final NewDevice UNNAMED =
            new NewDevice(null, null, null, null, null, null, null, null, null);
}
