package org.homeward.system.oracle;

import java.math.BigDecimal;
import java.util.UUID;

/// One value of one measure, in the order of measurement.
public record Sample(UUID readingId, String code, BigDecimal value) {}
