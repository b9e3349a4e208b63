package org.homeward.gateway.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a recall names a device by. What is absent stays as it is.
///
/// @param udi the text of the label's UDI carrier
/// @param firmware what was found to run in it
/// @param calibrationDue the last day on which its calibration holds
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeviceLabel(
        @Nullable String serial,
        @Nullable String udi,
        @Nullable String firmware,
        @Nullable LocalDate calibrationDue) {}
