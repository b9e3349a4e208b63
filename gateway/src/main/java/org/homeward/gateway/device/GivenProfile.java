package org.homeward.gateway.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The profile that a device gets; null takes it away.
@JsonInclude(JsonInclude.Include.ALWAYS)
public record GivenProfile(@Schema(nullable = true) @Nullable String profile) {}
