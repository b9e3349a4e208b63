package org.homeward.simulator.body;

import org.homeward.events.Code;
import org.homeward.events.CodeTable;

/// The vital signs a body has, each with its shape: the mean over people, how people differ, the
/// wave over the day, and the noise of one measurement. Units come from the code table.
enum VitalSign {
    PULSE("8867-4", 72, 6, 4, 2.0),
    SPO2("59408-5", 97, 0.6, 0.2, 0.4),
    BREATHING("9279-1", 15, 1.2, 0.8, 0.7),
    TEMPERATURE("8310-5", 36.6, 0.15, 0.2, 0.1),
    WEIGHT("29463-7", 74, 10, 0.2, 0.2),
    SYSTOLIC("8480-6", 126, 6, 5, 4.0),
    DIASTOLIC("8462-4", 77, 4, 3, 2.5);

    final String code;
    final String unit;
    final double mean;
    final double spread;
    final double wave;
    final double noise;

    VitalSign(String code, double mean, double spread, double wave, double noise) {
        this.code = code;
        this.unit = CodeTable.standard().loinc(code).map(Code::unit).orElseThrow();
        this.mean = mean;
        this.spread = spread;
        this.wave = wave;
        this.noise = noise;
    }

    /// How many decimals its instrument shows.
    int decimals() {
        return this == WEIGHT || this == TEMPERATURE ? 1 : 0;
    }
}
