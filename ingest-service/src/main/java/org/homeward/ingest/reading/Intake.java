package org.homeward.ingest.reading;

import java.util.List;

/// The pipeline's decision about one admitted reading.
public sealed interface Intake {
    Arrival arrival();

    List<Concern> concerns();

    /// It goes into the chart.
    record Accepted(Arrival arrival, Reading reading, List<Concern> concerns) implements Intake {
        public Accepted {
            concerns = List.copyOf(concerns);
        }
    }

    /// Nobody was assigned to the device when it measured; it waits for an assignment.
    record Quarantined(Arrival arrival) implements Intake {
        @Override
        public List<Concern> concerns() {
            return List.of();
        }
    }

    /// It never becomes a reading; it is kept with the reason.
    record Refused(Arrival arrival, String reason, String detail, List<Concern> concerns)
            implements Intake {
        public Refused {
            concerns = List.copyOf(concerns);
        }
    }
}
