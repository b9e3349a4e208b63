package org.homeward.simulator.body;

import java.util.Locale;

/// What happens to a person.
public enum Scenario {
    STABLE,
    /// Oxygen saturation falls and breathing quickens within two minutes.
    DETERIORATING_RESPIRATORY,
    /// High blood pressure, above the home target, without crises.
    HYPERTENSION,
    /// Chronic lung disease: less oxygen, faster breathing, but steady.
    COPD,
    /// Water is retained: the weight rises day by day.
    HEART_FAILURE_WEIGHT;

    /// `deteriorating-respiratory` and the like.
    public static Scenario named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
