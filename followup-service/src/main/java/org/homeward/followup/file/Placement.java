package org.homeward.followup.file;

import java.time.ZoneId;
import java.util.UUID;

/// Where a patient belongs.
public record Placement(UUID teamId, ZoneId zone) {}
