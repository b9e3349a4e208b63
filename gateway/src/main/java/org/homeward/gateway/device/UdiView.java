package org.homeward.gateway.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A Unique Device Identifier: the carrier's text, and the parts that were read from it.
///
/// @param di the device identifier, which all devices of a model have
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UdiView(
        @Schema(required = true) String carrier,
        @Nullable String issuer,
        @Nullable String di,
        @Nullable String lot,
        @Nullable String serial,
        @Nullable LocalDate made,
        @Nullable LocalDate expires) {}
